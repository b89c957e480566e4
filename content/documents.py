"""Pages as documents of the site's search."""

from collections.abc import Iterable, Iterator

from content.models import BasePage, HomePage, Topic
from content.page_types import page_types
from content.review.readability import text_blocks
from search.documents import Document, Source, document_id

KIND = "page"
BOOST = {"UrgentHelpPage": 1.5, "StagePage": 1.2}


def load(pks: Iterable[str] | None) -> Iterator[Document]:
    """Yield the documents of these pages, or of all; only those anybody may read."""
    for model in page_types():
        if model is HomePage:  # the front page is the way to answers, not one of them
            continue
        pages = model.objects.live().public().prefetch_related("topics").order_by("path")
        if pks is not None:
            pages = pages.filter(pk__in=[pk for pk in pks if pk.isdigit()])
        yield from map(document, pages)


def document(page: BasePage) -> Document:
    """Return one page as the index wants it."""
    return Document(
        id=document_id(KIND, page.pk),
        kind=KIND,
        title=page.title,
        url=page.url or "/",
        summary=page.summary,
        body="\n".join(text_blocks(page.body)),
        keywords=page.keywords,
        facets={
            "kind": (KIND,),
            "stage": tuple(page.stages),
            "audience": tuple(page.audiences),
            "topic": tuple(topic.slug for topic in page.topics.all()),
        },
        reviewed=page.reviewed,
        boost=BOOST.get(type(page).__name__, 1.0),
    )


def facet_words() -> dict[str, dict[str, str]]:
    return {"topic": dict(Topic.objects.values_list("slug", "name"))}


SOURCE = Source(
    kind=KIND,
    label="Information page",
    plural="Information pages",
    load=load,
    words=facet_words,
)
