# Die Wörter des Standardthemas auf Deutsch.
# NOT REVIEWED by a native speaker of German: corrections are welcome.
# Jahre kommen als Text an, Anzahlen als Zahlen.

# Navigation
skip_to_content = Zum Inhalt springen
nav_main = Chronik
nav_prose = Über die Chronik
nav_home = Startseite
nav_statements = Äußerungen
nav_topics = Themen
nav_years = Jahre
nav_people = Personen
nav_organizations = Organisationen
nav_countries = Länder
nav_places = Orte
nav_events = Anlässe
nav_on_this_day = An diesem Tag
nav_timeline = Zeitleiste
nav_chains = Wiederholte Äußerungen
nav_data = Daten
nav_changes = Änderungen
nav_corrections = Berichtigungen
nav_sources = Quellen
nav_coverage = Abdeckung
breadcrumbs = Sie sind hier
pager = Vorige und nächste Seite
pager_prev = Zurück
pager_next = Weiter
feed = Feed
feed_label = Feed:
edit_page = Diese Seite bearbeiten
repository = Repositorium
neutrality = Die Aufnahme belegt, dass etwas gesagt wurde; sie bedeutet keine Zustimmung.

# Zeichensetzung
number_group = .
list_comma = ,
list_semicolon = ;
colon = :
quote_open = „
quote_close = “
cite_title_close = “.

# Listen
statements = Äußerungen
statements_title = Alle Äußerungen, die neuesten zuerst
statements_count = { $count ->
    [one] { $count } Äußerung
   *[other] { $count } Äußerungen
  }
all_statements = Alle Äußerungen
whole_year = Alle aus { $year }: { $count }
newest_title = Neueste Äußerungen
newest_in_record = Neu in der Chronik
all_changes = Alle Änderungen
reiterated_title = Am häufigsten wiederholt
chain_count = { $count ->
    [one] { $count }-mal verzeichnet
   *[other] { $count }-mal verzeichnet
  }
chain_skipped = { $count ->
    [one] { $count } weitere dazwischen
   *[other] { $count } weitere dazwischen
  }
chain_more = { $count ->
    [one] { $count } spätere
   *[other] { $count } spätere
  }
chain_whole = { $count ->
    [one] Die ganze Kette: { $count } Äußerung
   *[other] Die ganze Kette: { $count } Äußerungen
  }
chains_listed_of = { $total ->
    [one] Hier steht die längste Kette ({ $listed } von { $total }).
   *[other] Hier stehen die längsten Ketten ({ $listed } von { $total }).
  }
part_of = Teil { $part } von { $parts }
part_number = { $list } (Teil { $part })
with_narrower = mit engeren Themen
counted_with_narrower = Jede Zahl zählt auch die Äußerungen zu engeren Themen.
chains_more = { $count ->
    [one] { $count } weitere
   *[other] { $count } weitere
}
topics_of = { $shown } von { $total } Themen:
all_topics = alle Themen
people_of = { $shown } von { $total } Personen:
all_people = alle Personen
list_parts = Teile dieser Liste
days = Tage
listed_by_month = Die Äußerungen stehen auf den Seiten der Monate.
listed_without_month = Bei diesen ist der Monat nicht bekannt:
listed_by_day = Die Äußerungen stehen auf den Seiten der Tage.
listed_without_day = Bei diesen ist der Tag nicht bekannt:
topic_again = siehe oben
by_year = Nach Jahren
other_years = Andere Jahre
statement = Äußerung
date = Datum
year = Jahr
months = Monate
no_entry = kein Eintrag verzeichnet
year_unknown = Jahr nicht bekannt
year_of_decade = { $from }er Jahre, Jahr nicht bekannt
year_of_century = { $from }–{ $to }, Jahr nicht bekannt
listed_of = { $total ->
    [one] Hier steht die neueste Äußerung ({ $listed } von { $total }); die anderen stehen unter ihren Jahren.
   *[other] Hier stehen die neuesten Äußerungen ({ $listed } von { $total }); die anderen stehen unter ihren Jahren.
  }
withdrawn = Zurückgezogen
corrected = Berichtigt
on_this_day_calendar = In einem Kalenderprogramm abonnieren
on_this_day_note = Jeder Tag des Kalenders, zu dem es einen Eintrag gibt, mit der Zahl seiner Äußerungen aus allen Jahren.
countries_note = Länder, von denen verzeichnete Äußerungen handeln oder an die sie gerichtet sind, und Länder, die sich selbst geäußert haben.
speaking = Organisationen und Staaten, die sich äußerten
own_count = { $count ->
    [one] { $count } eigene
   *[other] { $count } eigene
  }
own_of_organization = Was die Organisation selbst sagte
others_of_organization = Was über sie, zu ihr oder in ihrem Namen gesagt wurde
own_of_country = Was der Staat selbst sagte
others_of_country = Was über ihn oder zu ihm gesagt wurde

# Diagramm und Dichtekarte
bars_title = Verzeichnete Äußerungen nach Jahren
bars_desc = Ein Balkendiagramm der Jahre { $first } bis { $last }: insgesamt { $total } verzeichnet, { $max } im vollsten Jahr. Die Tabelle darunter sagt dasselbe.
bars_caption = Verzeichnete Äußerungen nach Jahren, { $first } bis { $last }: insgesamt { $total }, höchstens { $max } in einem Jahr. Zu einem Jahr ohne Balken ist kein Eintrag verzeichnet.
bars_year = Verzeichnete Äußerungen aus { $year }: { $total }. Zu keinem anderen Jahr gibt es einen Eintrag.
bars_undated = { $count ->
    [one] { $count } weitere ist aus keinem bekannten Jahr und hat keinen Balken.
   *[other] { $count } weitere sind aus keinem bekannten Jahr und haben keinen Balken.
  }
bars_as_table = Dasselbe als Tabelle
heat_title = Themen nach Jahren
heat_note = Jede Zelle zählt die Äußerungen, die in einem Jahr zu einem Thema verzeichnet sind; je kräftiger der Farbton, desto mehr. Eine leere Zelle bedeutet, dass kein Eintrag verzeichnet ist.
heat_topics = Gezeigt sind die { $shown } von { $total } Themen mit den meisten Äußerungen.
timeline_statements = Jede Marke ist eine Äußerung und führt zu ihr; sie steht in den Zeilen aller ihrer Themen. Ein Punkt ist ein Tag; wo weniger vom Datum bekannt ist, ist ein Strich so lang wie das, was offen bleibt.
timeline_years = Je größer ein Punkt, desto mehr Äußerungen hat das Jahr; er führt zu ihnen. Ein Jahr ohne Punkt hat keinen Eintrag.
timeline_scale = Der größte Punkt steht in der Zeile aller Äußerungen für { $most }, in denen der Themen für { $of_topic }.
timeline_chains = Bögen verbinden Äußerungen, die dasselbe wieder sagen, und führen zu allen.
timeline_chains_of = Gezeichnet sind die { $shown } längsten von { $total } Ketten.
timeline_span = Äußerungen von { $first } bis { $last }: { $total }.
timeline_year = Äußerungen von { $year }: { $total }. Kein anderes Jahr hat einen Eintrag.
timeline_undated = { $count ->
    [one] { $count } weitere ist aus keinem bekannten Jahr und nicht gezeigt.
   *[other] { $count } weitere sind aus keinem bekannten Jahr und nicht gezeigt.
  }
timeline_skip = Das Bild überspringen
timeline_small = Themen nach Jahren, { $first } bis { $last }: je voller ein Jahr, desto größer sein Punkt
timeline_more = Die ganze Chronik in einem Bild
lane_other = Andere Themen

# Eine Äußerung
occasion = Anlass
place = Ort
audience = Zuhörer
attributed_as = in der Quelle genannt als
today_called = heute:
original_language = Originalsprache:
translator = Übersetzung:
this_statement = diese Äußerung
withdrawn_title = Zurückgezogen
withdrawn_on = Zurückgezogen:
withdrawn_explained = Der Eintrag bleibt unter seiner Adresse; sein Text wurde entfernt.
corrections_title = Berichtigungen
context_title = Anmerkung der Redaktion
cite_this = zitieren
quotation_in_source = im Text der Quelle
footnotes = Anmerkungen
back_to_text = Zurück zum Text
table = Tabelle { $number }
table_of_note = Tabelle { $number } in der Anmerkung der Redaktion
table_of_foot = Tabelle { $number } am Fuß der Seite
chain_title = Früher gesagt, wieder gesagt
relations_title = Verwandte Äußerungen
chains_title = Wiederholte Äußerungen
gap = { $years ->
    [0] {""}
    [one] { $years } Jahr
   *[other] { $years } Jahre
  }{ $months ->
    [0] {""}
   *[other] { $years ->
        [0] {""}
       *[other] {" "}
      }{ $months ->
        [one] { $months } Monat
       *[other] { $months } Monate
      }
  }{ $days ->
    [0] {""}
   *[other] { $years ->
        [0] { $months ->
            [0] {""}
           *[other] {" "}
          }
       *[other] {" "}
      }{ $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
      }
  }
gap_later = Abstand zur vorigen: { gap }
gap_apart = Abstand: { gap }
gap_same_day = am selben Tag
gap_same_month = im selben Monat
gap_same_year = im selben Jahr
position_title = Position im Lauf der Zeit
position_of = Position im Lauf der Zeit: { $subject }
position_link = Position im Lauf der Zeit: Zitate nach Datum
position_note = Was zu diesem Thema zitiert ist, Wort für Wort wie in den Quellen, nach Datum. Zitate, die in keinem aufbewahrten Text ihrer Quelle gefunden wurden, fehlen.
position_speakers = Wessen Worte
position_next = nächstes
position_gap = Nichts ist verzeichnet.
position_gap_statements = { $count ->
    [one] { $count } Äußerung ist verzeichnet, ohne ein solches Zitat.
   *[other] { $count } Äußerungen sind verzeichnet, keine mit einem solchen Zitat.
  }
quotations_count = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
  }
more_quotations = { $count ->
    [one] { $count } weiteres Zitat dieser Äußerung
   *[other] { $count } weitere Zitate dieser Äußerung
  }
in_its_statement = in seiner Äußerung
whole_quotation = Das ganze Zitat
wordings_note = Die ähnlichsten Zitate stehen nebeneinander; je länger die Linie, desto länger die Zeit dazwischen. Markiert:
wordings_gone = nur im früheren Wortlaut,
wordings_new = nur im späteren.
words_gone = nur früher:
words_new = nur später:
wordings_same = Wort für Wort gleich.
wordings_unlike = Die Wortlaute haben wenig gemeinsam; Unterschiede sind nicht markiert.
wordings_too_long = Zu lang, um Wort für Wort verglichen zu werden.
wordings_languages = In verschiedenen Sprachen; nicht verglichen.
wordings_nothing_before = Die frühere Äußerung hat kein Zitat, mit dem sich dieses vergleichen ließe.
wordings_no_quotation = Kein Zitat ist verzeichnet.
wordings_not_own = Übersetzung oder Zusammenfassung: Das sind nicht die eigenen Worte, sie werden nicht verglichen.
wordings_withdrawn = Zurückgezogen; der Wortlaut wird nicht mehr gezeigt.
gap_cut = (kürzer gezeichnet, als es ist)
sources_title = Quellen
source_untitled = Quelle ohne Titel
source_archived = archivierte Kopie
source_accessed = abgerufen
source_kept = Text in der Chronik aufbewahrt
source_no_address = keine Adresse verzeichnet
subjects_title = Gegenstände
cite_title = Diesen Eintrag zitieren
cite_source = Quelle:
cite_file = Literaturangabe als { $format }
cite_style = Stil
cite_plain = Einfach
cite_chicago = Chicago
cite_apa = APA
cite_mla = MLA
cite_quotations = Ein Zitat belegen
cite_two = { $first } und { $last }
cite_many = { $first } und { $last }
cite_ampersand = { $first } und { $last }
cite_et_al = { $first } et al.
cite_et_al_inverted = { $first } et al.
copy_citation = Literaturangabe kopieren
copy_address = Adresse kopieren
copy_quotation = kopieren
copy_quotation_cited = mit Beleg kopieren
copy_done = Kopiert.
copy_failed = Das Kopieren ist nicht gelungen: Wählen Sie den Text aus und kopieren Sie ihn mit der Tastatur oder dem Menü Ihres Browsers.
format_markdown = Markdown-Quelltext
formats = Andere Formen
seq_title = Früher und später
seq_chronicle = In der Chronik
earlier = Früher:
later = Später:
no_earlier = kein früherer Eintrag verzeichnet
no_later = kein späterer Eintrag verzeichnet
permalink = Dauerhafte Adresse
history_title = Geschichte
first_published = Zuerst veröffentlicht
file_history = Geschichte der Datei
revision = Fassung

# Art der Aufzeichnung
fidelity_title = Arten der Aufzeichnung
record_kind = Aufzeichnung
fidelity_verbatim = Wortlaut, wie veröffentlicht von { $publisher }
fidelity_verbatim_nobody = Wortlaut
fidelity_official-translation = Amtliche Übersetzung, wie veröffentlicht von { $publisher }
fidelity_official-translation_nobody = Amtliche Übersetzung
fidelity_translation = Übersetzung von Worten, veröffentlicht von { $publisher }; keine amtliche Übersetzung
fidelity_translation_nobody = Übersetzung; keine amtliche
fidelity_summary = Zusammenfassung von { $publisher }; keine Mitschrift
fidelity_summary_nobody = Zusammenfassung; keine Mitschrift
fidelity_reported = Bericht von { $publisher }; keine Mitschrift
fidelity_reported_nobody = Bericht; keine Mitschrift
fidelity_short_verbatim = Wortlaut
fidelity_short_official-translation = Amtliche Übersetzung
fidelity_short_translation = Übersetzung
fidelity_short_summary = Zusammenfassung
fidelity_short_reported = Bericht

kind_remarks = Bemerkungen
kind_speech = Rede
kind_interview = Interview
kind_press-conference = Pressekonferenz
kind_parliament = Erklärung im Parlament
kind_article = Artikel
kind_letter = Brief
kind_joint-statement = Gemeinsame Erklärung
kind_communique = Kommuniqué
kind_post = Beitrag

source_kind_official-transcript = amtliche Mitschrift
source_kind_official-release = amtliche Mitteilung
source_kind_video = Video
source_kind_agency = Nachrichtenagentur
source_kind_press = Presse
source_kind_book = Buch
source_kind_archive = Archiv

relation_reiterates = Wiederholt
relation_reiterated_by = Wiederholt in
relation_responds_to = Antwortet auf
relation_responded_to_by = Beantwortet in
relation_cites = Zitiert
relation_cited_by = Zitiert in
relation_updates = Aktualisiert
relation_updated_by = Aktualisiert in
relation_departs_from = Weicht ab von
relation_departed_from_by = Davon weicht ab
asserted_by_speaker = nach den Worten der sprechenden Seite
asserted_by_source = laut Quelle
asserted_by_editor = von der Redaktion vermerkt

change_published = Hinzugefügt
change_correction = Berichtigung
change_clarification = Klarstellung
change_addition = Ergänzung
change_withdrawal = Zurückziehung

# Normdaten
topic = Thema
person = Person
organization = Organisation
country = Land
name = Name
names = Namen
people_title = Personen
office = Amt
offices = Ausgeübte Ämter
offices_and_statements = Ausgeübte Ämter und Äußerungen
offices_caption = Ein Streifen unter den Jahren zeigt, wann ein Amt ausgeübt wurde. Er ist blass, wo die Chronik dessen nicht sicher ist, und reicht bis zum letzten Jahr, wo kein Ende verzeichnet ist.
no_end_recorded = kein Ende verzeichnet
officers = Amtsinhaber
recorded = Verzeichnet
also_called = Auch genannt
also_written = Auch geschrieben
formerly = früher
broader = Weiter
narrower = Enger
related = Verwandt
same_as = Dasselbe wie
usage = Verwendung
parent = Teil von
coordinates = Koordinaten
host = Gastgeber
participants = Teilnehmer
series = Reihe

# Die Chronik über sich selbst
changes_note = Was in die Chronik kam, berichtigt oder zurückgezogen wurde, das Neueste zuerst.
changes_unknown = Äußerungen, deren Tag der Veröffentlichung nicht vermerkt wurde, stehen nicht unter dem Hinzugefügten.
changes_of = { $subject }: Änderungen
no_changes = Es ist keine Änderung vermerkt.
corrections_note = Was in der Chronik nach der Veröffentlichung geändert wurde, das Neueste zuerst.
no_corrections = Es ist keine Berichtigung verzeichnet.
publisher_unknown = Herausgeber nicht verzeichnet
source_of = Quelle von
sources_count = { $total ->
    [one] { $total } Quelle.
   *[other] { $total } Quellen.
  }
sources_listed_of = Hier stehen die neuesten Quellen ({ $listed } von { $total }).
source_text = Text der Quelle
source_text_title = { $title } (Text der Quelle)
source_text_note = Eine Kopie dessen, was die Quelle sagt, aufbewahrt, um Zitate Wort für Wort zu belegen. Markierte Wörter sind in Äußerungen dieser Chronik zitiert; eine Nummer führt zum Zitat.
source_text_rights = Der Text gehört seinem Herausgeber und steht nicht unter der Lizenz dieser Chronik.
source_text_original = Veröffentlicht unter
source_text_archived = Archivierte Kopie
source_text_kind = Art
source_text_language = Sprache
source_text_statements = Äußerungen aus diesem Text
source_text_listed_of = Hier stehen { $listed } von { $total } Äußerungen aus diesem Text.
source_text_unmarked = { $count ->
    [one] { $count } weiteres Zitat aus diesen Worten ist nicht markiert.
   *[other] { $count } weitere Zitate aus diesen Worten sind nicht markiert.
  }
source_text_parts = Teile des Textes
coverage_note = Was diese Chronik enthält, und wo sie nichts enthält. Eine Lücke sagt etwas über die Chronik und nichts über die Sprechenden.
totals = Insgesamt
empty_years = Jahre ohne Eintrag
empty_years_note = Zu diesen Jahren ist kein Eintrag verzeichnet. Es kann durchaus etwas gesagt worden sein.
no_empty_years = Zu jedem Jahr vom ersten bis zum letzten gibt es einen Eintrag.

not_found_title = Unter dieser Adresse gibt es keine Seite
not_found_text = Adressen in dieser Chronik ändern sich nicht; der Link, der hierher führte, kann also einen Tippfehler haben. Wer das Ende der Adresse wegstreicht, kommt immer zu einer Seite.
redirect_title = Dieser Eintrag ist umgezogen
redirect_text = Er steht jetzt unter

# Daten
date_approximate = etwa { $date }
date_uncertain = { $date } (unsicher)
date_uncertain_approximate = etwa { $date } (unsicher)
date_interval = { $from }{"\u00A0"}– { $to }
date_open_end = { $from } und danach
date_open_start = bis { $to }
date_unknown_end = { $from } – ?
date_unknown_start = ? – { $to }
date_unspecified = zwischen { $from } und { $to }
season_spring = Frühling { $year }
season_summer = Sommer { $year }
season_autumn = Herbst { $year }
season_winter = Winter { $year }
day_month = { $day }. { $month }
quotations_checked = Zitate Wort für Wort geprüft an „{ $source }“.

# Suche
nav_search = Suche
search_within = Suchen in
search_title = Suche
search_label = Wörter in Äußerungen, Namen und Titeln
search_submit = Suchen
search_help = Alle Wörter müssen vorkommen. „Wörter in Anführungszeichen“ müssen beieinander stehen.
search_completions = Wörter, die so beginnen
search_no_script = Die Suche braucht ein Skript, und dieser Browser führt keines aus. Auch die Links oben führen zu allen Äußerungen.
search_found = Gefundene Äußerungen: { $n }
search_about = Gefundene Äußerungen: etwa { $n }; jede Seite wird geprüft, wenn sie gezeigt wird
search_none = Keine Äußerung gefunden
search_failed = Der Suchindex konnte nicht gelesen werden. Er ändert sich vielleicht gerade: Versuchen Sie es in einer Minute noch einmal.
search_common = Nicht gesucht, weil es in fast jedem Text steht: { $x }
search_budget = Nicht gesucht, weil das Übrige genug sagt: { $x }
search_unknown = In keiner Äußerung steht { $x }.
search_dropped = In keiner Äußerung steht all dies; weggelassen: { $x }
search_taken = { $x } hat niemand gebraucht; gesucht wurde stattdessen: { $y }
search_some = Von den Wörtern, die mit { $x } beginnen, wurden nur die häufigsten gesucht.
search_instead = Ähnlich sind:
search_more = Alle { $n }
search_left_out = Nicht aufgeführt, mit weniger Äußerungen: { $n }
search_remove = { $x } entfernen
search_page = Seite { $n } von { $x }
search_relevant = Die treffendsten
search_newest = Neueste zuerst
search_narrow = Eingrenzen
search_from = von
search_to = bis
search_names = Namen in der Chronik
search_summary = Zusammenfassung:
search_speaker = Wer spricht
search_kind = Art
search_language = Sprache

# Das Formular für Beiträge
nav_contribute = Beitragen
contribute_title = Eine Äußerung beitragen
contribute_lede = Was jemand bei einem Anlass sagte, aus einer Quelle, die andere nachschlagen können. Dieses Formular macht die Datei; { $host } nimmt sie als Vorschlag an, und die Redaktion prüft sie. Sie brauchen kein anderes Programm.
contribute_no_script = Das Formular braucht ein Skript, das hier nicht läuft. Es gibt andere Wege:
contribute_statement = Die Äußerung
contribute_headline = Überschrift
contribute_headline_hint = Neutral, in eigenen Worten; höchstens 120 Zeichen.
contribute_date = Datum
contribute_date_hint = Wann es gesagt wurde: 2006-02-02, 2006-02 oder 2006. Unsicher: 2006-02-02?. Etwa: 2006-02~. Von einem Tag bis zu einem anderen: 2006-02-01/2006-02-03.
contribute_speakers = Wer spricht
contribute_speaker = Wer spricht
contribute_speakers_hint = Eine Person; oder eine Organisation oder ein Land, die als Einheit sprechen. Wählen Sie aus dem Angebotenen, oder geben Sie einen Namen oder eine Kennung ein.
contribute_topics_hint = Worum es ging: mindestens ein Thema.
contribute_fidelity = Art der Aufzeichnung
contribute_fidelity_hint = Wie die Worte zu Ihnen kamen.
contribute_kind_hint = Was dort getan wurde.
contribute_choose = Wählen
contribute_text = Der Text
contribute_text_hint = Ihre eigenen Worte sagen, was gesagt wurde, zu wem und bei welchem Anlass, und ergreifen keine Partei. Ein Zitat sind die gesprochenen Worte, genau wie in der Quelle. Eine leere Zeile beginnt einen Absatz.
contribute_own = Ihre eigenen neutralen Worte
contribute_quotation = Ein Zitat: das Gesagte, Wort für Wort
contribute_by = Wessen Worte das sind
contribute_by_all = Die aller zusammen
contribute_sources_hint = Wo andere es nachschlagen können: eine Adresse, oder ein Titel mit Herausgeber.
contribute_source = Quelle
contribute_source_url = Adresse
contribute_source_title = Titel, wie gedruckt
contribute_source_publisher = Herausgeber
contribute_source_date = Veröffentlicht am
contribute_source_archived = Adresse einer archivierten Kopie
contribute_more = Mehr
contribute_more_hint = Anlass, Ort, Zuhörer, Sprachen
contribute_countries = Länder, um die es ging
contribute_organizations = Organisationen, um die es ging
contribute_attributed_as = Name, wie ihn die Quelle druckt
contribute_summary = Zusammenfassung in ein oder zwei eigenen Sätzen
contribute_language = Sprache des Textes: ihr Kürzel
contribute_original_language = Bei einer Übersetzung: die gesprochene Sprache
contribute_translator = Bei einer Übersetzung: wer übersetzt hat
contribute_add = Weiteres hinzufügen
contribute_add_speaker = Weitere Person hinzufügen
contribute_add_topic = Thema hinzufügen
contribute_add_own = Eigene Worte hinzufügen
contribute_add_quotation = Zitat hinzufügen
contribute_add_source = Quelle hinzufügen
contribute_remove = Entfernen
contribute_make = Die Datei machen
contribute_file = Die Datei
contribute_path = Ihr Platz im Repositorium
contribute_file_text = Ihr Inhalt
contribute_copy = Text kopieren
contribute_save = Datei herunterladen
contribute_open_new = Formular für eine neue Datei bei { $host } öffnen
contribute_open_edit = Datei bei { $host } öffnen
contribute_way_filled = { $host } öffnet sich in einem neuen Tab, mit der ausgefüllten Datei. Melden Sie sich dort an, oder legen Sie ein Konto an; speichern Sie dann die Datei als Vorschlag, und senden Sie die Anfrage, die Ihnen angeboten wird.
contribute_way_long = Der Text ist zu lang für eine Adresse: Kopieren Sie ihn zuerst. { $host } öffnet sich in einem neuen Tab, mit einem leeren Formular: Fügen Sie den Text ein, speichern Sie die Datei als Vorschlag, und senden Sie die Anfrage, die Ihnen angeboten wird.
contribute_way_copy = { $host } übernimmt von hier den Namen der Datei, aber nicht ihren Text: Kopieren Sie ihn zuerst. Fügen Sie ihn dann in das Formular ein, das sich in einem neuen Tab öffnet, speichern Sie die Datei als Vorschlag, und senden Sie die Anfrage, die Ihnen angeboten wird.
contribute_way_edit = Kopieren Sie zuerst den Text. { $host } öffnet die Datei in einem neuen Tab: Setzen Sie den neuen Text an die Stelle des alten, speichern Sie ihn als Vorschlag, und senden Sie die Anfrage, die Ihnen angeboten wird.
contribute_way_fork = Wenn { $host } sagt, dass es diese Seite nicht gibt, brauchen Sie zuerst eine eigene Kopie des Repositoriums: Öffnen Sie es dort, drücken Sie „Fork“, und fügen Sie die Datei Ihrer Kopie hinzu.
contribute_copied = Kopiert.
contribute_selected = Der Text ist ausgewählt: Kopieren Sie ihn mit der Tastatur oder dem Menü Ihres Browsers.
contribute_faults = Noch zu verbessern: { $n }
contribute_fault_required = Das wird gebraucht.
contribute_fault_long = Das ist länger als 120 Zeichen.
contribute_fault_date = Das ist kein Datum in einer der Formen oben, oder diesen Tag gibt es nicht.
contribute_fault_future = Dieser Tag steht noch bevor.
contribute_fault_before = Die Quelle wurde veröffentlicht, bevor die Worte gesagt wurden: Eines der beiden Daten ist falsch.
contribute_fault_address = Schreiben Sie die ganze Adresse: https://…
contribute_fault_source = Eine Quelle braucht eine Adresse, oder einen Titel mit Herausgeber.
contribute_fault_language = Schreiben Sie das Kürzel der Sprache, etwa en, pt-BR oder zh-Hant.
contribute_fault_country = Kein Land hat diesen Namen oder dieses Kürzel.
contribute_fault_words = Ein Zitat braucht Worte.
contribute_fault_namesake = Zwei der Sprechenden haben diesen Namen: Wählen Sie alle, und sagen Sie in eigenen Worten, wessen Worte dies sind.
contribute_fault_same = Noch ist nichts geändert.
contribute_fault_matter = Die Zeilen zwischen den beiden --- am Anfang sind weg: Sie müssen bleiben.
contribute_fault_list = Die Berichtigungen in dieser Datei sind nicht als Liste mit einer Zeile für jede geschrieben: Fügen Sie Ihre im Repositorium von Hand hinzu.
contribute_fault_name = Der Name hat nur lateinische Kleinbuchstaben, Ziffern und einzelne Bindestriche, und liegt unter content/statements/.
contribute_note_unknown = „{ $x }“ ist nicht unter den angebotenen Namen. Ist es ein anderer verzeichneter Name, so ist alles gut; wenn nicht, muss die Redaktion ihn zuerst verzeichnen: Sagen Sie in Ihrem Vorschlag, wer oder was es ist.
contribute_note_unseen = Unsichtbare Zeichen wurden entfernt: { $x }
contribute_note_mixed = „{ $x }“ hat Buchstaben zweier Schriften, die gleich aussehen: Tippen Sie es noch einmal.
contribute_unread = Die verzeichneten Namen konnten nicht gelesen werden: Tippen Sie sie oder ihre Kennungen ein.
contribute_left_out = Nicht alle werden angeboten; die Kennungen anderer können eingetippt werden: { $x }
contribute_correct = Eine Berichtigung vorschlagen
contribute_correct_lede = Dies ist die Datei der Äußerung, wie sie zuletzt veröffentlicht wurde. Ändern Sie, was falsch ist, und sagen Sie, was Sie geändert haben und warum. Die Redaktion prüft es.
contribute_correct_file = Der Eintrag
contribute_correct_text = Die Datei
contribute_correct_hint = Zwischen den beiden Zeilen --- stehen seine Schlüssel. Zeilen, die mit > beginnen, sind die gesprochenen Worte, genau wie in der Quelle.
contribute_correct_note = Was geändert wurde, und warum
contribute_correct_note_hint = Das sehen Leser in der Liste der Berichtigungen.
contribute_correct_older = Dies ist, was veröffentlicht wurde; es kann älter sein als die Datei im Repositorium: Sehen Sie dort nach, ob es schon berichtigt ist.
contribute_gone = Diese Äußerung gibt es nicht, oder ihre Datei konnte nicht gelesen werden.
contribute_withdrawn = Diese Äußerung wurde zurückgezogen: Ihr Text ist nicht veröffentlicht und kann hier nicht geändert werden.
contribute_other = Andere Wege
contribute_other_file = Die Datei von Hand schreiben, im Repositorium.
contribute_other_tell = Der Redaktion Bescheid geben, die sie hinzufügen kann.
contribute_other_git = Mit git: Wie, steht im Repositorium in CONTRIBUTING.md.

# Was eine Seite Suchmaschinen und neben Links anderswo über sich sagt.
open_graph_locale = de_DE
description_listed = { $title }: { $statements }, { $years }. { $more }
description_undated = { $title }: { $statements }. { $more }
description_statement = { $speakers }, { $date }: { $title }
description_withdrawn = Zurückgezogen ({ $date }): { $title }. { $reason }
description_source_text = Der aufbewahrte Text von „{ $title }“, mit Markierung der Wörter, die in Äußerungen dieser Chronik zitiert sind.
search_description = Volltextsuche in allen Äußerungen, nach Wörtern, Personen, Themen, Jahren und Arten der Aufzeichnung

# Die Seite der Daten
data_note = Die ganze Chronik als Dateien zum Mitnehmen, mit der Website gemacht und immer auf demselben Stand.
data_statements = Äußerungen, für Tabellenkalkulationen
data_statement_lines = Äußerungen, je eine Zeile JSON
data_quotations = Zitate
data_relations = Beziehungen zwischen Äußerungen
data_people = Personen
data_organizations = Organisationen
data_topics = Themen, als Thesaurus
data_references = Literaturangaben zu allen Äußerungen
data_rows = { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
data_columns = Was die Spalten bedeuten
data_column = Spalte
data_type = Typ
data_meaning = Bedeutung
data_reading = Lesen und zitieren
data_safe = Die Dateien sind UTF-8. In den Tabellen sind mehrere Werte in einer Zelle durch „; “ getrennt, und eine Zelle, die für eine Formel gehalten würde, beginnt mit einem Apostroph.
data_package = beschreibt alle Dateien für Programme (Frictionless Data Package)
data_checksums = Prüfsummen aller Dateien (sha256sum --check)
data_citation = sagt, wie das Ganze zitiert wird
