"""Nothing of foiprevent's strategies is imported: Hypothesis knows its types."""

from __future__ import annotations

import json
from datetime import date

import pytest
from casefiles import BadFileError, CaseFile, Pile, dump, load
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import foiprevent as foi

# No deadline, as a first example may load a module, and a busy machine is no defect.
settings.register_profile(
    "casefiles", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=50
)
settings.load_profile("casefiles")

FILE = CaseFile(
    number=1,
    opened=date(2023, 5, 25),
    case=foi.casebook.load("barnet-data-sharing"),
    about=[foi.Citation.parse("24(2)")],
)


@given(st.from_type(CaseFile))
def test_any_file_is_read_as_it_was_written(file: CaseFile) -> None:
    assert load(dump(file)) == file


@given(st.from_type(foi.Case), st.from_type(foi.Deadline))
def test_any_case_lies_on_a_pile(case: foi.Case, deadline: foi.Deadline) -> None:
    file = CaseFile(number=1, opened=deadline.start, case=case)
    assert (file.pile() is Pile.READY) is (not file.codes())


def test_a_file() -> None:
    assert FILE.pile() is Pile.REVIEW
    assert FILE.state(on=date(2023, 5, 24)) is foi.State.ANSWERED
    assert foi.Code.LATE_RESPONSE in FILE.codes()


def test_what_is_wrong_is_said_with_its_path() -> None:
    document = json.loads(dump(FILE))
    document["case"]["request"]["received"] = "24/03/2023"
    with pytest.raises(BadFileError, match=r"\$\.case\.request\.received: expected a day"):
        load(json.dumps(document))
