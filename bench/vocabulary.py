"""The words that synthetic statements are made of, and how names become ids."""


def slug(text):
    """`Foreign Affairs` → `foreign-affairs`."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def checksum(text):
    """A small number that depends on the text alone; Python's own hashes differ from run to run."""
    return sum(ord(letter) * position for position, letter in enumerate(text, 1))


def office(person):
    """The office that a person holds throughout."""
    return OFFICES[checksum(person) % len(OFFICES)]


TOPICS = """
nuclear arms control; sanctions; trade agreements; climate diplomacy; peacekeeping; human rights; counter terrorism;
energy security; maritime law; refugees and migration; cyber security; development aid; nato enlargement; middle
east peace; non proliferation; united nations reform; arctic policy; space policy; missile defence; border disputes;
election observation; press freedom; rule of law; anti corruption; food security; global health; water diplomacy;
technology export controls; debt relief; investment screening; cultural exchange; consular protection; chemical
weapons; biological weapons; small arms; landmines; war crimes tribunals; international criminal court; regional
integration; customs union; fisheries; ocean governance; humanitarian access; ceasefire monitoring; hostage
diplomacy; disinformation; critical minerals; supply chains; aviation security; disaster relief; minority rights;
religious freedom; women peace and security; child soldiers; piracy; narcotics control; military alliances; base
agreements; strategic dialogue; transitional justice
""".replace("\n", " ").strip().split("; ")

GIVEN = """
Anna Boris Clara Dmitri Elena Farid Greta Hassan Ingrid Jorge Katarina Luis Marta Nils Olga Pavel Rosa Stefan Teresa
Viktor
""".split()
FAMILY = """
Lindqvist Moreau Petrov Okafor Haddad Schneider Tanaka Alvarez Kowalski Rahman Novak Silva Hansen Ivanova Mbeki
Larsson Castillo Weber Demir Fontaine
""".split()

OFFICES = [
    "Minister for Foreign Affairs",
    "Prime Minister",
    "Permanent Representative to the United Nations",
    "Deputy Minister for Foreign Affairs",
    "President",
    "Spokesperson of the Ministry",
    "Special Envoy",
    "Ambassador at Large",
    "State Secretary for European Affairs",
    "Minister of Defence",
]

VENUES = [
    "General Assembly, New York",
    "Security Council, New York",
    "Press briefing, Foreign Ministry",
    "Parliament, plenary session",
    "Munich Security Conference",
    "OSCE Permanent Council, Vienna",
    "European Council, Brussels",
    "Human Rights Council, Geneva",
    "Bilateral summit, Helsinki",
    "Annual ambassadors conference",
    "University lecture, Oslo",
    "Committee on Foreign Affairs",
    "G20 leaders meeting",
    "Conference on Disarmament, Geneva",
    "Joint press conference, Warsaw",
]

KINDS = [
    "Statement on",
    "Remarks on",
    "Address on",
    "Press conference on",
    "Speech on",
    "Interview on",
    "Opening remarks on",
    "Reply to a question on",
    "Joint declaration on",
    "Lecture on",
]

COUNTRIES = [
    f"{side} {land}"
    for land in """
Arvenia Belmark Corvania Dravia Estoria Fenland Galdova Hestonia Istria Jorvik Kaldonia Lorraine Morvia Norland
Ostrava
""".split()
    for side in "North South East West New Upper Lower Great Central Free".split()
]

# Countries by code, for Chronicle, which knows no invented ones.
CODES = """
US CN RU GB FR DE IN BR ZA JP TR EG SA IR IL UA PL IT ES CA AU MX AR ID MY PK NG KE ET SE NO FI DK NL BE AT CH GR RO
BG RS HU CZ KZ UZ KG TJ TM AZ AM GE BY MD IQ SY JO LB QA AE KW OM YE AF BD LK NP MM TH VN PH KR KP MN NZ CL PE CO VE
CU DZ MA TN LY SD SN GH
""".split()

_WORDS = """
the the the the the of of of of and and and to to to in in in a a that that for for with on by as is are was we we
our our their this these which not be have has will must can should may from at its it or an government minister
policy security peace agreement treaty region partners alliance dialogue sanctions negotiations parties conflict
ceasefire territory sovereignty integrity border international community council resolution mandate mission
civilians humanitarian assistance access corridor diplomatic relations embassy ambassador summit declaration
communique cooperation economic trade energy transit supply market investment infrastructure climate emissions
transition technology research exchange education culture citizens rights freedom democracy elections observers
institutions reform law justice court tribunal accountability investigation evidence violation principle charter
obligation commitment implementation verification inspection arsenal warhead missile defence deterrence force
deployment exercise withdrawal troops military civilian police training support reconstruction development fund
budget contribution member state states nation nations people peoples president parliament delegation representative
envoy statement position question answer concern concerns progress process framework mechanism instrument proposal
initiative plan roadmap timetable deadline condition conditions guarantee guarantees assurance stability prosperity
trust confidence transparency responsibility respect mutual equal common shared joint multilateral bilateral
regional global european atlantic northern eastern southern western former current future recent previous important
necessary possible clear firm strong full comprehensive lasting just peaceful political constructive open frank
serious grave urgent immediate further continued renewed today yesterday week month year years decade century
history lesson experience example result outcome welcome support condemn regret reaffirm stress underline recall
note urge call appeal express convey discuss agree sign ratify implement strengthen deepen expand maintain preserve
protect defend promote prevent resolve address overcome achieve reach build restore improve develop provide deliver
ensure consider remain continue believe hope expect intend propose offer accept reject oppose demand require
""".split()

# The first sixty are mostly function words, and are as frequent as in prose.
PROSE = _WORDS[:60] * 3 + _WORDS
# Words for titles.
LONG = [word for word in dict.fromkeys(PROSE) if len(word) > 5]


class Closed:
    """The few hundred words above, all of them in nearly every text: kind to every cache."""

    def __init__(self, _seed):
        pass

    def heading(self, draw, count):
        """Words for a title or a link."""
        return draw.choices(LONG, k=count)

    def text(self, _draw):
        """The vocabulary as one text uses it: all texts alike."""
        return self

    def words(self, draw, length):
        """The next words of a text."""
        return draw.choices(PROSE, k=length)
