"""Data for search engines cannot end its own block."""

from django.template import Context, Template


def test_markup_inside_the_data_is_escaped():
    page = Template("{% load structured_data %}{% structured_data data %}")
    html = page.render(Context({"data": {"name": "</script><b>&é"}}))
    assert html == (
        '<script type="application/ld+json">{"name": "\\u003C/script\\u003E\\u003Cb\\u003E\\u0026é"}</script>'
    )
