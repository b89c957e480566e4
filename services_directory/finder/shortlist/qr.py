"""QR codes as SVG inside the page: no picture to fetch, no style that the policy would refuse."""

import segno
from django.utils.safestring import SafeString, mark_safe

_QUIET = 4  # light modules around the code, as ISO/IEC 18004 asks


def svg_of(link: str, title: str) -> SafeString:
    """Return the code of a link, dark on light in every colour scheme. `title`: what it is."""
    code = segno.make(link, error="l", boost_error=True, micro=False)
    svg = code.svg_inline(
        border=_QUIET, light="#fff", omitsize=True, title=title, svgclass="fd-qr", lineclass=None
    )
    # segno escapes the title; the link itself is only in the pattern.
    return mark_safe(svg.replace("<svg ", '<svg role="img" ', 1))  # noqa: S308
