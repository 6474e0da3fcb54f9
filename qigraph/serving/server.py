"""Starts the server, and stops it when it is told to: what was asked before is still answered."""

import resource
import signal
import socket
from pathlib import Path

import uvicorn

from qigraph.errors import InputError
from qigraph.serving import log
from qigraph.serving.app import application
from qigraph.serving.connections import MAX_CONNECTIONS, Connection
from qigraph.serving.settings import Settings

__all__ = ["serve"]

_GRACE = 10
_HEAD = 65_536
_IDLE = 15
_FILES = MAX_CONNECTIONS + 512


def serve(path: Path, settings: Settings) -> None:
    """Publish a graph until SIGTERM or SIGINT.

    Parameters
    ----------
    path : Path
        The graph folder.
    settings : Settings
        Where to listen, and what to allow.

    Raises
    ------
    InputError
        If the folder is no graph, or the address cannot be listened on.
    """
    app = application(path, settings)
    listener = _listen(settings.host, settings.port)
    _allow_files()
    config = uvicorn.Config(
        app,
        http=Connection,
        loop="asyncio",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=_HEAD,
    )
    # uvicorn raises the signal again when it has stopped; having stopped is what was wanted.
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, signal.SIG_IGN)
    log.start()
    address = _address(listener)
    print(f"{path} is served at {address} – Ctrl-C stops it", flush=True)
    log.log("start", address=address, graph=str(path), workers=settings.workers)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        log.log("stop")
        log.stop()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=MAX_CONNECTIONS)
    except OSError as error:
        hint = ": choose another with --port" if port else ""
        raise InputError(f"cannot listen on {host}, port {port}: {error.strerror or error}{hint}") from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _allow_files() -> None:
    """Let this process have a file for each connection, where the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
