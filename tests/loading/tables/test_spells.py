"""A row a year and a column a member, as Correlates of War has it: an unbroken run of a status is one membership."""

import pytest

from qigraph.errors import InputError
from qigraph.facts import Interval
from qigraph.loading.sources import facts_in, recipe_for
from qigraph.loading.tables.recipe import parse_recipe
from qigraph.reading import Text
from tests.loading.tables.tables import REGISTRY

HEAD = "ioname\torgname\tyear\tafghanistan\tkenya\tzimbabwe\tsdate\tdeaddate\tionum\n"
YEARS = (
    "BIPM\tIntl Bureau\t1960\t1\t0\t-9\t1875\t\t2470\n"
    "BIPM\tIntl Bureau\t1965\t1\t3\t-1\t1875\t\t2470\n"
    "BIPM\tIntl Bureau\t1966\t0\t1\t2\t1875\t\t2470\n"
    "BIPM\tIntl Bureau\t2014\t1\t1\t0\t1875\t\t2470\n"
)
LAKES = "LO\tLakes Office\t2014\t0\t0\t1\t2001\t\t9999\n"


def table(*rows: str) -> Text:
    return Text("igo_year_formatv3.csv", HEAD + "".join(rows), "text/csv")


def stated(text: Text) -> set[tuple[str, str, str, Interval, str | None]]:
    found = facts_in(text, REGISTRY).facts
    return {(f.subject.label, f.relation, f.object_label, f.interval, f.role) for f in found}


BIPM = "International Bureau of Weights and Measures"


def test_runs_of_a_status_are_memberships_and_other_values_are_none() -> None:
    assert stated(table(YEARS, LAKES)) == {
        (BIPM, "established", "1875", Interval(), None),
        ("Lakes Office", "established", "2001", Interval(), None),
        ("Afghanistan", "memberOf", BIPM, Interval("1960", "1965"), None),
        ("Afghanistan", "memberOf", BIPM, Interval("2014", None), None),  # the last year observed is no end
        ("Kenya", "observerAt", BIPM, Interval("1965", "1965"), None),
        ("Kenya", "memberOf", BIPM, Interval("1966", None), None),
        ("Zimbabwe", "memberOf", BIPM, Interval("1966", "1966"), "associate member"),
        ("Zimbabwe", "memberOf", "Lakes Office", Interval("2014", None), None),
    }


def test_the_order_of_the_years_makes_no_difference() -> None:
    turned = "".join(reversed(YEARS.splitlines(keepends=True)))
    assert stated(table(turned)) == stated(table(YEARS))


def test_evidence_is_the_row_of_the_first_year_up_to_the_column_of_the_state() -> None:
    text = table(YEARS)
    kenya = next(f for f in facts_in(text, REGISTRY).facts if f.relation == "observerAt")
    (evidence,) = kenya.evidence
    assert (evidence.row, evidence.column) == (2, "kenya")
    assert evidence.quote == "BIPM\tIntl Bureau\t1965\t1\t3"
    assert text.characters[evidence.start : evidence.stop] == evidence.quote


def test_a_quoted_row_is_quoted_whole() -> None:
    text = table('LO\t"Lakes\tOffice"\t2014\t0\t1\t0\t2001\t\t9999\n')
    member = next(f for f in facts_in(text, REGISTRY).facts if f.relation == "memberOf")
    assert member.object_label == "Lakes\tOffice"
    assert member.evidence[0].quote == 'LO\t"Lakes\tOffice"\t2014\t0\t1\t0\t2001\t\t9999'


def test_the_table_of_the_publisher_is_known_by_its_columns() -> None:
    assert recipe_for(table(YEARS)).name == "cow-igo-years"


@pytest.mark.parametrize(
    ("spells", "message"),
    [
        ("{of: a, along: b}", "spells needs columns"),
        ("{of: a, along: b, columns: [c], member: m, value: v, values: [1]}", "not enough values"),
        ("{of: a, by: b}", "spells has the unknown key 'by'"),
        ("3", "mine"),
    ],
)
def test_spells_that_lack_something_are_refused(spells: str, message: str) -> None:
    written = (
        f"columns: [a]\nspells: {spells}\nthings: {{x: {{type: Body, name: a}}}}\nfacts: [x established b]\n"
    )
    with pytest.raises(InputError, match="mine") as refused:
        parse_recipe(written, "mine")
    assert message in str(refused.value)


def test_spellings_of_a_recipe_that_is_not_there_are_refused() -> None:
    written = (
        "columns: [a]\nthings: {x: {type: Body, name: a, spelled: s}}\nfacts: [x established b]\n"
        "spellings: {s: nowhere}\n"
    )
    with pytest.raises(InputError, match="takes the spellings of the recipe 'nowhere', which there is not"):
        parse_recipe(written, "mine")
