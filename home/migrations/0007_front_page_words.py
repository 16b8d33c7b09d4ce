from django.db import migrations

from indicators.roles import set_up_roles

FORMER = {
    "fr": (
        "Où en est le territoire, chiffres à l’appui",
        "Les 17 objectifs de développement durable, lus dans les chiffres publics.",
    ),
    "en": (
        "Where the territory stands, by the figures",
        "The 17 Sustainable Development Goals, read in public figures.",
    ),
}
HEAD = {
    "fr": {
        "headline": "Mesurer comment les entreprises font avancer, ou reculer, {territoire}",
        "forward_words": "avancer",
        "backward_words": "reculer",
        "introduction": "Des données publiques sur les 17 objectifs de développement durable (ODD), "
        "comparées à d’autres territoires.",
    },
    "en": {
        "headline": "Measuring how companies move {territory} forward, or backward",
        "forward_words": "forward",
        "backward_words": "backward",
        "introduction": "Public data on the 17 Sustainable Development Goals (SDGs), compared with other territories.",
    },
}
SECTIONS = {
    "fr": {
        "explore_title": "Découvrir les indicateurs du territoire",
        "assess_title": "Évaluer mon entreprise",
        "assess_text": "Le questionnaire ouvre bientôt",
        "standing_title": "Où en est {territoire} ?",
        "standing_text": "Une pastille par indicateur. Sa couleur et son numéro sont ceux de son objectif (ODD).",
        "improving_title": "Ce qui s’améliore",
        "worsening_title": "Ce qui se dégrade",
        "fragile_title": "À confirmer",
        "fragile_text": "Ces tendances dépendent de l’année de départ ou de fin : elles ne valent pas encore signal.",
        "goals_title": "Les 17 objectifs de développement durable",
        "goals_text": "Un objectif sans indicateur est montré comme tel.",
        "companies_title": "Ce que font les entreprises",
        "companies_text": "Une action positive n’efface pas un impact négatif : les deux se liront séparément, "
        "à la même taille.",
        "issues_title": "Les dix enjeux prioritaires",
        "issues_text": "Ils guident les actions de la plateforme RSE du territoire.",
        "updates_title": "Dernières mises à jour",
        "updates_text": "Chaque chiffre a une date et une source ; la prochaine échéance est dite quand on la connaît. "
        "Une deuxième personne l’a relu avant sa parution.",
    },
    "en": {
        "explore_title": "Explore the territory’s indicators",
        "assess_title": "Assess my company",
        "assess_text": "The questionnaire opens soon",
        "standing_title": "Where does {territory} stand?",
        "standing_text": "One dot for each indicator. Its colour and number are those of its goal (SDG).",
        "improving_title": "What is improving",
        "worsening_title": "What is worsening",
        "fragile_title": "To be confirmed",
        "fragile_text": "These trends hang on their first or last year: they are no signal yet.",
        "goals_title": "The 17 Sustainable Development Goals",
        "goals_text": "A goal without an indicator is shown as such.",
        "companies_title": "What companies do",
        "companies_text": "A positive action does not cancel a negative impact: both will be read separately, "
        "at the same size.",
        "issues_title": "The ten priority issues",
        "issues_text": "They guide what the territory’s CSR platform does.",
        "updates_title": "Latest updates",
        "updates_text": "Every figure has a date and a source; the next due date is given when it is known. "
        "A second person read it before it appeared.",
    },
}


def fill(apps, schema_editor):
    """Good words for a new site; a headline that somebody wrote is kept."""
    for page in apps.get_model("home", "HomePage").objects.select_related("locale"):
        language = "fr" if page.locale.language_code == "fr" else "en"
        untouched = (page.headline, page.introduction) == FORMER[language]
        for field, text in (SECTIONS[language] | (HEAD[language] if untouched else {})).items():
            setattr(page, field, text)
        page.save()
    set_up_roles(apps.get_model)


class Migration(migrations.Migration):
    """The front page in words, and the right to edit the identity of the site."""

    dependencies = [("home", "0006_front_page_texts"), ("portal", "0004_site_settings"), ("indicators", "0004_roles")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
