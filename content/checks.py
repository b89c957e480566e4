"""House rules for page types and blocks, enforced by Django's own `check`."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, register
from wagtail.blocks import Block

from content.blocks import body_blocks

PAGE_RULES = ("parent_page_types", "subpage_types", "page_description")
BLOCK_RULES = ("icon", "label", "description", "template")


@register("content")
def page_types_say_where_they_belong(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every page type declares its parents, its children and what it is for."""
    from content.page_types import page_types

    return [
        Error(
            f"{model.__name__} does not declare {name}.",
            f"Set {name} on the class, so that editors are offered it only where it belongs.",
            obj=model,
            id="content.E001",
        )
        for model in page_types()
        for name in PAGE_RULES
        if not declares(model, name)
    ]


@register("content")
def blocks_explain_themselves(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every block of the body has an icon, a label, a description and a template of its own."""
    return list(block_errors(body_blocks().values()))


def declares(model: type, name: str) -> bool:
    """Say whether a class between `model` and BasePage sets `name`."""
    own = model.__mro__[: [cls.__name__ for cls in model.__mro__].index("BasePage")]
    return any(name in vars(cls) for cls in own)


def block_errors(blocks: Iterable[Block]) -> Iterable[CheckMessage]:
    for block in blocks:
        for name in BLOCK_RULES:
            if not _set_by_house(block, name):
                yield Error(
                    f"{type(block).__name__} has no {name} of its own.",
                    f"Set {name} in the class Meta of the block.",
                    obj=type(block),
                    id="content.E002",
                )


def _set_by_house(block: Block, name: str) -> bool:
    """Wagtail's defaults do not count: an icon that all blocks share tells editors nothing."""
    return any(
        name in vars(meta)
        for meta in type(block)._meta_class.__mro__
        if meta.__module__.startswith("content.")
    )
