from services_directory.models import Taxonomy, TaxonomyTerm
from services_directory.open_data.serialisers import taxonomies as words


def test_what_nobody_described_is_described_by_its_name_as_the_standard_asks():
    needs = Taxonomy(key="need", name="What for")
    term = TaxonomyTerm(taxonomy=needs, key="grief", name="Grief")
    assert words.taxonomy_item(needs) == {
        "id": str(needs.pk), "name": "What for", "description": "What for", "fd_key": "need",
    }  # fmt: skip
    assert words.taxonomy_term(term) == {
        "id": str(term.pk), "code": "grief", "name": "Grief", "description": "Grief",
        "taxonomy": "What for", "taxonomy_id": str(needs.pk),
    }  # fmt: skip
    needs.description = "What people need."
    assert words.taxonomy_item(needs)["description"] == "What people need."
