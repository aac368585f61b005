"""The left navigation of the desk: one link is the one of this page."""

import pytest


@pytest.mark.parametrize(
    ("path", "name"),
    [("/werk/casussen/", "Casussen"), ("/werk/casussen/jaar/", "Jaaroverzicht casussen"), ("/werk/", "Vandaag")],
)
def test_only_the_nearest_link_is_the_one_of_this_page(cast, signed_in, path, name):
    page = signed_in(cast.chris).get(path)
    assert [str(link["name"]) for link in page.context["desk_links"] if link["here"]] == [name]
