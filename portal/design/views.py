from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.design.brand import brand_css, brand_of, digest
from portal.design.gallery import gallery_context

ONE_YEAR = "public, max-age=31536000, immutable"


def brand_stylesheet(request: HttpRequest, wanted: str) -> HttpResponse:
    """The brand's colours. The address changes with them, so it may be kept for long."""
    brand = brand_of(request)
    css = brand_css(brand.primary, brand.accent)
    if digest(css) != wanted:
        raise Http404("These are not the colours any more.")
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": ONE_YEAR})


@login_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages and for the tests."""
    return render(request, "components/gallery/gallery.html", gallery_context())
