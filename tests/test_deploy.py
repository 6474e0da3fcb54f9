"""What ``deploy/`` starts is what the command line knows."""

from pathlib import Path

import click
import pytest
import yaml

from qigraph.cli import cli

DEPLOY = Path(__file__).parents[1] / "deploy"
SERVICES = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
OURS = [name for name, service in SERVICES.items() if service.get("image") == "qigraph"]


@pytest.mark.parametrize("name", OURS)
def test_each_command_is_one_that_the_command_line_takes(name: str) -> None:
    command, *words = SERVICES[name]["command"]
    found = cli.get_command(click.Context(cli), command)
    assert found is not None
    found.make_context(command, words, resilient_parsing=True)
    parser = found.make_parser(click.Context(found))
    parser.parse_args(words)


@pytest.mark.parametrize("name", OURS)
def test_our_containers_cannot_write_and_may_do_nothing(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    assert all(volume.endswith(":ro") for volume in service["volumes"])


def test_every_port_is_open_to_this_machine_alone() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports and all(port.startswith("127.0.0.1:") for port in ports)


@pytest.mark.parametrize("file", ["Dockerfile", "fuseki.Dockerfile"])
def test_no_container_runs_as_root(file: str) -> None:
    lines = (DEPLOY / file).read_text(encoding="utf-8").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users and users[-1] not in ("root", "0")


def test_the_image_has_all_that_the_wheel_is_made_of() -> None:
    kept = {
        line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line[0] == "!"
    }
    assert {"pyproject.toml", "README.md", "LICENSE", "qigraph", "ontology", "loaders", "queries"} == kept
