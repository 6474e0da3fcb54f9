"""What a recipe may say, and which recipe reads a table."""

from pathlib import Path

import pytest

from qigraph.errors import InputError
from qigraph.loading.tables.recipe import Recipe, find_recipe, load_recipe, shipped_recipes
from qigraph.schema import RELATIONS
from tests.loading.tables.tables import SEATS, recipe


def test_the_recipe_that_asks_for_most_columns_is_taken() -> None:
    wide = recipe(SEATS)
    narrow = recipe(SEATS.replace("[who, board, year]", "[who]"))
    assert find_recipe(frozenset(["who", "board", "year", "left"]), (narrow, wide)) is wide
    assert find_recipe(frozenset(["who", "left"]), (narrow, wide)) is narrow
    assert find_recipe(frozenset(["left"]), (narrow, wide)) is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("memberOf", "joined", "there is no relation 'joined': choose one of memberOf"),
        (
            "fact: member memberOf board",
            "fact: member memberOf",
            "a fact is a subject, a relation and an object",
        ),
        ("fact: member memberOf", "fact: guest memberOf", "guest is no thing of this recipe"),
        ("type: Body", "type: Board", "board has the type 'Board': choose one of Organisation"),
        ("name: board,", "", "board needs the column of its name or of its code"),
        ("since: year", "from: year", "has the unknown key 'from': known are fact"),
        ("things:", "objects:", "a recipe has the unknown key 'objects'"),
        (
            "name: who",
            "name: who, spelled: lands",
            "member is spelled as in 'lands', which spellings does not have",
        ),
        ("name: who", "row: club, by: id", "member is the club of another row, which is no thing of its own"),
        ("name: who", "row: board, by: id", "board needs a key, by which member finds it"),
        ("columns: [who, board, year]", "columns: []", "a recipe needs columns"),
        ("columns: [", "columns: [[", "is not YAML"),
    ],
)
def test_what_no_table_can_say_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(SEATS.replace(old, new, 1))
    with pytest.raises(InputError) as refused:
        load_recipe(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("written", ["", "just words", "[1, 2]", "a: b"])
def test_what_is_no_recipe_at_all_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "mine.yaml").write_text(written)
    with pytest.raises(InputError):
        load_recipe(tmp_path / "mine.yaml")


def test_a_recipe_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_recipe(tmp_path / "mine.yaml")


@pytest.mark.parametrize("found", shipped_recipes(), ids=lambda found: found.name)
def test_a_shipped_recipe_names_its_source_and_licence(found: Recipe) -> None:
    assert found.title and found.source.startswith("https://") and found.licence
    assert {stated.relation for stated in found.facts} <= set(RELATIONS)


def test_no_two_shipped_recipes_ask_for_the_same_columns() -> None:
    asked = [(recipe.rows, recipe.columns) for recipe in shipped_recipes()]
    assert len(set(asked)) == len(asked)
