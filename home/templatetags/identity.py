"""`{% identity %}{% include_block page.body %}{% endidentity %}`: the names of this site in a text of any site."""

from django import template
from django.utils.safestring import SafeString

from home.identity import with_identity

register = template.Library()


class IdentityNode(template.Node):
    """What stands between the tags, rendered, then filled."""

    child_nodelists = ("inside",)

    def __init__(self, inside: template.NodeList) -> None:
        self.inside = inside

    def render(self, context: template.Context) -> SafeString:
        return with_identity(self.inside.render(context), context["branding"])


@register.tag
def identity(parser: template.base.Parser, token: template.base.Token) -> IdentityNode:
    """Fills `{territoire}`, `{site}`, `{organisme}` and the like; see `home.identity`."""
    inside = parser.parse(("endidentity",))
    parser.delete_first_token()
    return IdentityNode(inside)
