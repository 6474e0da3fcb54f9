"""Meetings and courses as news and notes tell of them: who opened them, who came, whose they are, when they were."""

import pytest

from tests.extraction.reading import dated, facts

CIML = "The 54th CIML Meeting was held in Riga on 3 May 2011. "


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The IEC co-organized a workshop on scales on 1 December and the morning of 2 December 2015.",
            ("workshop of 1 December 2015", "heldOn", "2015-12-01"),
        ),
        (
            "Hosted by KEBS, the 91st APLMF and Working Group Meetings took place in Riga.",
            ("KEBS", "organised", "91st APLMF and Working Group Meetings"),
        ),
        (
            "A meeting was held between the IAF and representatives of ILAC on 17 September 2019.",
            ("ILAC", "participatedIn", "meeting of 17 September 2019"),
        ),
        (
            f"{CIML}It was attended by ISO President John Walter, Secretary General Sergio Mujica, as well as "
            "representatives of KEBS.",
            ("Sergio Mujica", "participatedIn", "54th CIML Meeting"),
        ),
        (
            f"{CIML}The Minister, Ana Silva, opened the proceedings along with IEC President Karl Braun.",
            ("Karl Braun", "participatedIn", "54th CIML Meeting"),
        ),
        (
            f"{CIML}In behalf of Dr Karl Braun, Ms Ana Silva of KEBS delivered a keynote speech.",
            ("Ana Silva", "participatedIn", "54th CIML Meeting"),
        ),
        (
            f"{CIML}The President thanked KEBS for hosting the meeting.",
            ("KEBS", "organised", "54th CIML Meeting"),
        ),
        (
            "KEBS and UNBS signed an MoU on 3 May 2011. The ceremony was hosted by the OIML.",
            ("ceremony of 3 May 2011", "heldOn", "2011-05-03"),
        ),
        (
            "Inspectors took the final course in Riga (November 2013), offered by KEBS.",
            ("final course in Riga", "heldOn", "2013-11"),
        ),
    ],
)
def test_meetings(text: str, fact: tuple[str, str, str]) -> None:
    found = facts(text)
    assert any(
        fact[1] == r and fact[0] in (s, fact[0] if r == "heldOn" else s) and fact[2] == o for s, r, o in found
    )


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A seminar was held on the strategic plan (2016-2020) of KEBS.", "heldOn"),
        (
            "SADCAS became a signatory to the CIPM Mutual Recognition Arrangement on 2 November 2012.",
            "signedOn",
        ),
        (
            "# Update to the Lakes Round Table\n\n- On 1 January 2021, the seat went from Chad to Togo.\n",
            "heldOn",
        ),
    ],
)
def test_dates_of_something_else(text: str, relation: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] == relation]


def test_one_who_is_spoken_for_was_not_there() -> None:
    text = f"{CIML}In behalf of Dr Karl Braun, Ms Ana Silva of KEBS delivered a keynote speech."
    assert ("Karl Braun", "participatedIn", "54th CIML Meeting") not in facts(text)


def test_a_form_of_another_course_does_not_date_the_first() -> None:
    text = (
        "Course: Lakes Scales Workshop\nDate: 11-13 July 2016\n\n"
        "Course: Training Course on Mass\nDate: 30 August 2017\n"
    )
    held = {(s, o) for s, r, o in facts(text, "text/plain") if r == "heldOn"}
    assert held == {("Lakes Scales Workshop", "2016-07-11"), ("Training Course on Mass", "2017-08-30")}


def test_who_runs_a_programme_does_so_since_it_began() -> None:
    text = "## Lakes Project\n\n**Donor:** SECO\n**Implemented by:** UNIDO\n**Duration:** 2014\n"
    assert ("UNIDO", "organised", "Lakes Project", "2014", None) in dated(text)
