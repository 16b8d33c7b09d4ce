"""A translation follows its original string by string, and is complete, then read, before it goes online."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.localisation import (
    TranslationIncomplete,
    draft_translation,
    lags_since,
    missing_count,
    start_translation,
    submit_translation,
)
from portal.localisation.following import translations_to_renew
from portal.page_services import approve_page
from portal.review import NotReviewed, OwnWork
from tests.factories.indicators import make_superuser
from tests.factories.pages import goal_page, make_article, make_editor, make_page_reviewer, publish_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def english() -> Locale:
    return Locale.objects.get(language_code="en")


def translate_everything(translation: Translation, prefix: str = "EN ") -> None:
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": prefix + segment.string.data, "translation_type": "manual"},
        )


def online_translation(page: Page, english: Locale, prefix: str = "EN ") -> Page:
    translation = start_translation(page=page, locale=english, user=make_editor())
    translate_everything(translation, prefix)
    target = submit_translation(translation=translation, user=make_editor())
    return approve_page(page=target, user=make_page_reviewer())


def test_a_translation_starts_as_a_draft_at_the_same_slug(english: Locale) -> None:
    page = make_article("Aller au travail")
    start_translation(page=page, locale=english, user=make_editor())
    draft = page.get_translation(english)
    assert (draft.live, draft.slug) == (False, page.slug)
    assert draft.get_parent().slug == "articles"


def test_starting_twice_changes_nothing(english: Locale) -> None:
    page, editor = make_article(), make_editor()
    first = start_translation(page=page, locale=english, user=editor)
    assert start_translation(page=page, locale=english, user=editor) == first
    assert Page.objects.filter(translation_key=page.translation_key).count() == 2


def test_what_is_not_translated_does_not_go_to_review(english: Locale) -> None:
    translation = start_translation(page=make_article(), locale=english, user=make_editor())
    with pytest.raises(TranslationIncomplete) as refusal:
        submit_translation(translation=translation, user=make_editor())
    assert refusal.value.count == missing_count(translation) > 0
    assert "traduit" in str(refusal.value)


def test_a_complete_translation_is_online_after_a_second_reading(english: Locale) -> None:
    page = online_translation(make_article("Titre"), english)
    assert page.title == "EN Titre"
    assert Client().get(page.url).status_code == 200


def test_the_translator_cannot_approve_the_translation(english: Locale) -> None:
    editor = make_editor()
    translation = start_translation(page=make_article(), locale=english, user=editor)
    translate_everything(translation)
    page = submit_translation(translation=translation, user=editor)
    with pytest.raises(OwnWork):
        approve_page(page=page, user=editor)


def test_a_draft_of_a_translation_leaves_what_is_online_alone(english: Locale) -> None:
    original = make_article("Titre")
    page = online_translation(original, english)
    translation = Translation.objects.get(source__object_id=original.translation_key)
    translate_everything(translation, "Changed ")
    draft_translation(translation=translation, user=make_editor())
    assert Page.objects.get(pk=page.pk).title == "EN Titre"
    assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Changed Titre"


def test_the_library_cannot_write_over_what_is_online(english: Locale) -> None:
    original = make_article("Titre")
    online_translation(original, english)
    translation = Translation.objects.get(source__object_id=original.translation_key)
    translate_everything(translation, "Unread ")
    with pytest.raises(NotReviewed):
        translation.save_target(user=make_superuser(), publish=True)


def test_a_page_that_exists_in_both_languages_becomes_a_followed_translation(english: Locale) -> None:
    page = online_translation(goal_page(5), english)
    assert page.pk == goal_page(5, "en").pk
    assert page.goal_id == 5


def test_an_up_to_date_translation_does_not_lag(english: Locale) -> None:
    page = online_translation(make_article(), english)
    assert lags_since(page) is None
    assert translations_to_renew() == []


def test_a_translation_lags_once_its_original_has_changed(english: Locale) -> None:
    original = make_article("Titre")
    page = online_translation(original, english)
    original.title = "Nouveau titre"
    original.save_revision(user=make_editor())
    publish_page(original)
    assert lags_since(Page.objects.get(pk=page.pk)) is not None
    assert [found.pk for _translation, found in translations_to_renew()] == [page.pk]


def test_a_translation_that_lacks_a_text_is_to_renew(english: Locale) -> None:
    page = online_translation(make_article(), english)
    StringTranslation.objects.filter(locale=english).first().delete()
    assert [found.pk for _translation, found in translations_to_renew()] == [page.pk]


def test_translations_to_renew_cost_the_same_for_one_as_for_three(english: Locale, django_assert_num_queries) -> None:
    for rank in range(3):
        online_translation(make_article(f"Article {rank}"), english)
        with django_assert_num_queries(3):
            translations_to_renew()


def test_an_original_never_lags() -> None:
    assert lags_since(make_article()) is None


def test_an_editor_translates_and_a_reviewer_approves_on_screen(client: Client, english: Locale) -> None:
    page = make_article("Titre")
    client.force_login(make_editor())
    start = reverse("localisation:start", args=[page.pk, "en"])
    assert "Commencer la traduction" in client.get(start).content.decode()
    target_id = client.post(start, follow=True).context["instance"].pk
    translation = Translation.objects.get(source__object_id=page.translation_key)
    submit = reverse("localisation:submit", args=[translation.pk])
    assert "traduit" in client.post(submit, {"action": "submit"}, follow=True).content.decode()
    translate_everything(translation)
    content = client.post(submit, {"action": "submit"}, follow=True).content.decode()
    assert "Cette traduction est en relecture" in content
    decide = reverse("localisation:decide", args=[target_id])
    client.post(decide, {"action": "approve"})
    assert not Page.objects.get(pk=target_id).live
    client.force_login(make_page_reviewer())
    edit = reverse("wagtailadmin_pages:edit", args=[target_id])
    assert "Approuver" in client.get(edit).content.decode()
    client.post(decide, {"action": "reject", "comment": ""})
    assert Page.objects.get(pk=target_id).workflow_in_progress
    client.post(decide, {"action": "approve"})
    assert Page.objects.get(pk=target_id).live


def test_who_may_not_edit_pages_may_not_translate(client: Client) -> None:
    from tests.factories.indicators import make_user

    page = make_article()
    client.force_login(make_user(groups=("Données",)))
    assert client.post(reverse("localisation:start", args=[page.pk, "en"])).status_code in (302, 403)
    assert not Translation.objects.exists()
