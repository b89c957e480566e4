import pytest
from wagtail.models import Site

from portal.design import demo
from portal.design.models import Brand

pytestmark = pytest.mark.django_db


def test_the_demo_names_its_area_once():
    said = []
    demo.load(said.append)
    demo.load(said.append)
    assert Brand.objects.get().area_name == "Wyvern Vale care partnership"
    assert len(said) == 1


def test_the_demo_keeps_a_brand_that_somebody_set():
    site = Site.objects.get(is_default_site=True)
    Brand.objects.create(site=site, area_name="Our own")
    demo.load(print)
    assert Brand.objects.get().area_name == "Our own"


def test_without_a_site_there_is_nothing_to_name():
    Site.objects.all().delete()
    demo.load(print)
    assert not Brand.objects.exists()
