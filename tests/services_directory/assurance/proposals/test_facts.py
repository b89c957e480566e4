"""What can be proposed, and above all what cannot."""

import pytest
from django.db.models import Field

from services_directory.assurance.proposals.facts import (
    FIELDS,
    NOT_PROPOSED,
    ORDER,
    PARTS,
    TERMS,
    label_of,
)
from services_directory.choices import Facet
from services_directory.models import Service


@pytest.mark.parametrize(
    "name",
    ["staff_phone", "staff_criteria", "internal_note", "feed", "hidden_since", "assured_date",
     "assurer_role", "checked", "pathway", "organization", "live", "id"],
)  # fmt: skip
def test_what_staff_alone_decide_cannot_be_proposed(name):
    assert name not in FIELDS
    assert name in NOT_PROPOSED


def test_every_fact_stands_once_in_the_order_and_has_a_label():
    assert sorted(ORDER) == sorted([*FIELDS, *PARTS, *TERMS])
    assert all(label_of(name) for name in ORDER)


def test_every_fact_is_a_field_of_its_model():
    for name in FIELDS:
        assert isinstance(Service._meta.get_field(name), Field)
    for name, kind in PARTS.items():
        assert Service._meta.get_field(name).related_model is kind.model
        for fact in kind.facts:
            assert kind.model._meta.get_field(fact)


def test_every_facet_of_the_finder_can_be_proposed_by_its_own_name():
    assert set(TERMS) == set(Facet.values)
    assert not set(TERMS) & {*FIELDS, *PARTS}
