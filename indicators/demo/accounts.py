"""The accounts of the demo: fictitious people who exist nowhere else, with a password that everybody may know."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from indicators.roles import DATA, EDITORS, PLATFORM, REVIEWERS
from portal.demo_accounts import DemoAccount
from portal.models import Department, User

DOMAIN = "demo.observatoire.example"
PASSWORD = "observatoire-demo"


@dataclass(frozen=True)
class Person:
    """Somebody of the demo; `departments` are codes, none for a role that has all of them or needs none."""

    local_part: str
    first_name: str
    last_name: str
    group: str
    role: str
    departments: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.local_part}@{DOMAIN}"


EDITOR = Person("redaction", "Camille", "Rédaction", EDITORS, "editor")
SOCIAL_DATA = Person(
    "donnees",
    "Noé",
    "Données",
    DATA,
    "data officer (employment, equality, CSR platform)",
    ("emploi-insertion", "egalite", "plateforme-rse"),
)
CLIMATE_DATA = Person(
    "donnees-climat",
    "Inès",
    "Climat",
    DATA,
    "data officer (energy, planning)",
    ("transition-energetique", "amenagement-mobilites"),
)
REVIEWER = Person("relecture", "Lou", "Relecture", REVIEWERS, "reviewer")
PLATFORM_TEAM = Person("plateforme", "Sacha", "Plateforme", PLATFORM, "platform team")
PEOPLE = (EDITOR, SOCIAL_DATA, CLIMATE_DATA, REVIEWER, PLATFORM_TEAM)


def demo_accounts() -> list[DemoAccount]:
    """What `portal.demo_accounts.announce` is told, so that the start of the site prints them."""
    return [DemoAccount(person.email, PASSWORD, person.role) for person in PEOPLE]


def create_people() -> dict[str, User]:
    """The accounts by address; one that exists is left as it is, its password included."""
    return {person.email: account_of(person) for person in PEOPLE}


def account_of(person: Person) -> User:
    """The account of a person, made when it is missing."""
    known = User.objects.filter(email=person.email).first()
    if known:
        return known
    user = User.objects.create_user(
        person.email, PASSWORD, first_name=person.first_name, last_name=person.last_name, is_staff=True
    )
    user.groups.add(Group.objects.get(name=person.group))
    user.departments.set(Department.objects.filter(code__in=person.departments))
    send_no_mail(user)
    return user


def send_no_mail(user: User) -> None:
    """Nobody reads the mail of a demo account, and its address belongs to nobody."""
    nothing = {"submitted_notifications": False, "approved_notifications": False, "rejected_notifications": False}
    UserProfile.objects.update_or_create(user=user, defaults=nothing)


def officer_of(department: str) -> Person:
    """The data officer of a department, by its code."""
    return next(person for person in PEOPLE if department in person.departments)
