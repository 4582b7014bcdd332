# The words of the default theme, in English.
# Years arrive as text, counts as numbers.

# Navigation
skip_to_content = Skip to content
nav_main = Chronicle
nav_prose = About the chronicle
nav_home = Home
nav_statements = Statements
nav_topics = Topics
nav_years = Years
nav_people = People
nav_organizations = Organizations
nav_countries = Countries
nav_places = Places
nav_events = Events
nav_on_this_day = On this day
nav_timeline = Timeline
nav_chains = Statements said again
nav_data = Data
nav_changes = Changes
nav_corrections = Corrections
nav_sources = Sources
nav_coverage = Coverage
breadcrumbs = You are here
pager = Previous and next page
pager_prev = Previous
pager_next = Next
feed = Feed
feed_label = Feed:
edit_page = Edit this page
repository = Repository
neutrality = Inclusion is a record that something was said, not an endorsement of it.

# Punctuation
number_group = ,
list_comma = ,
list_semicolon = ;
colon = :
quote_open = “
quote_close = ”
cite_title_close = .”

# Lists
statements = Statements
statements_title = All statements, newest first
statements_count = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
  }
all_statements = All statements
whole_year = All { $count } of { $year }
newest_title = Newest statements
newest_in_record = Newest in the record
all_changes = All changes
reiterated_title = Most often said again
chain_count = { $count ->
    [one] recorded { $count } time
   *[other] recorded { $count } times
  }
chain_skipped = { $count ->
    [one] { $count } more in between
   *[other] { $count } more in between
  }
chain_more = { $count ->
    [one] { $count } later one
   *[other] { $count } later ones
  }
chain_whole = { $count ->
    [one] The whole chain: { $count } statement
   *[other] The whole chain: { $count } statements
  }
chains_listed_of = { $total ->
    [one] The longest { $listed } of { $total } chain is listed here.
   *[other] The longest { $listed } of { $total } chains are listed here.
  }
part_of = part { $part } of { $parts }
part_number = { $list } (part { $part })
with_narrower = with narrower topics
counted_with_narrower = Each number counts the statements of narrower topics too.
chains_more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
topics_of = { $shown } of { $total } topics:
all_topics = all topics
people_of = { $shown } of { $total } people:
all_people = all people
list_parts = Parts of this list
days = Days
listed_by_month = The statements are listed on the pages of the months.
listed_without_month = These are dated to no month:
listed_by_day = The statements are listed on the pages of the days.
listed_without_day = These are dated to no day:
topic_again = see above
by_year = By year
other_years = Other years
statement = Statement
date = Date
year = Year
months = Months
no_entry = no entry recorded
year_unknown = Year not known
year_of_decade = { $from }s, year not known
year_of_century = { $from }–{ $to }, year not known
listed_of = { $total ->
    [one] The newest { $listed } of { $total } statement is listed here; the others are under their years.
   *[other] The newest { $listed } of { $total } statements are listed here; the others are under their years.
  }
withdrawn = Withdrawn
corrected = Corrected
on_this_day_calendar = Subscribe in a calendar program
on_this_day_note = Each day of the calendar that has an entry, with the number of its statements over all years.
countries_note = Countries that recorded statements speak about or are addressed to, and those that made statements themselves.
speaking = Organizations and states that spoke
own_count = { $count ->
    [one] { $count } of its own
   *[other] { $count } of its own
  }
own_of_organization = What the organization itself said
others_of_organization = What was said about it, to it or on its behalf
own_of_country = What the state itself said
others_of_country = What was said about it or to it

# Chart and heat map
bars_title = Statements recorded per year
bars_desc = A bar chart of the years { $first } to { $last }: { $total } recorded in all, { $max } in the fullest year. The table below says the same.
bars_caption = Statements recorded per year, { $first } to { $last }: { $total } in all, at most { $max } in one year. A year without a bar has no entry recorded.
bars_year = Statements recorded in { $year }: { $total }. No other year has an entry.
bars_undated = { $count ->
    [one] { $count } more is of no known year and has no bar.
   *[other] { $count } more are of no known year and have no bar.
  }
bars_as_table = The same as a table
heat_title = Topics by year
heat_note = Each cell counts the statements recorded on a topic in a year; the fuller the shade, the more of them. An empty cell means that no entry is recorded.
heat_topics = The { $shown } of { $total } topics with the most statements are shown.

# Timeline
timeline_statements = Each mark is a statement and leads to it; it stands in the rows of all its topics. A dot is a day; where less is known of the date, a line is as long as what is left open.
timeline_years = The larger a dot, the more statements a year has; it leads to them. A year without a dot has no entry recorded.
timeline_scale = The largest dot stands for { $most } in the row of all statements, and for { $of_topic } in the rows of topics.
timeline_chains = Arcs join statements that say the same again, and lead to all of them.
timeline_chains_of = The longest { $shown } of { $total } chains are drawn.
timeline_span = Statements from { $first } to { $last }: { $total }.
timeline_year = Statements of { $year }: { $total }. No other year has an entry.
timeline_undated = { $count ->
    [one] { $count } more is of no known year and is not shown.
   *[other] { $count } more are of no known year and are not shown.
  }
timeline_skip = Skip the picture
timeline_small = Topics by year, { $first } to { $last }: the fuller a year, the larger its dot
timeline_more = The whole chronicle in one picture
lane_other = Other topics

# A statement
occasion = Occasion
place = Place
audience = Audience
attributed_as = named in the source as
today_called = today:
original_language = Original language:
translator = Translated by
this_statement = this statement
withdrawn_title = Withdrawn
withdrawn_on = Withdrawn:
withdrawn_explained = The record stays at its address; its text has been removed.
corrections_title = Corrections
context_title = Editors’ note
cite_this = cite this
quotation_in_source = in the source text
footnotes = Notes
back_to_text = Back to the text
table = Table { $number }
table_of_note = Table { $number } in the editors’ note
table_of_foot = Table { $number } in the foot of the page
chain_title = Said before, said again
relations_title = Related statements
chains_title = Statements said again
gap = { $years ->
    [0] {""}
    [one] { $years } year
   *[other] { $years } years
  }{ $months ->
    [0] {""}
   *[other] { $years ->
        [0] {""}
       *[other] {" "}
      }{ $months ->
        [one] { $months } month
       *[other] { $months } months
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
        [one] { $days } day
       *[other] { $days } days
      }
  }
gap_later = { gap } later
gap_apart = { gap } apart
gap_same_day = the same day
gap_same_month = the same month
gap_same_year = the same year
position_title = Position over time
position_of = Position over time: { $subject }
position_link = Position over time: quotations in order of date
position_note = What is quoted on this topic, word for word as its sources have it, in order of date. Quotations that were not found in a kept text of their source are left out.
position_speakers = Whose words
position_next = next
position_gap = Nothing is recorded.
position_gap_statements = { $count ->
    [one] { $count } statement is recorded, without such a quotation.
   *[other] { $count } statements are recorded, none with such a quotation.
  }
quotations_count = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
  }
more_quotations = { $count ->
    [one] { $count } more quotation of this statement
   *[other] { $count } more quotations of this statement
  }
in_its_statement = in its statement
whole_quotation = The whole quotation
wordings_note = The nearest quotations stand side by side; the longer the line, the longer the time between. Marked:
wordings_gone = only in the earlier wording,
wordings_new = only in the later one.
words_gone = only earlier:
words_new = only later:
wordings_same = Word for word the same.
wordings_unlike = The wordings have little in common; differences are not marked.
wordings_too_long = Too long to be compared word by word.
wordings_languages = In different languages; not compared.
wordings_nothing_before = The earlier statement has no quotation to compare this with.
wordings_no_quotation = No quotation is recorded.
wordings_not_own = A translation or a summary: these are not the speaker’s own words, and are not compared.
wordings_withdrawn = Withdrawn; its words are no longer shown.
gap_cut = (drawn shorter than it is)
sources_title = Sources
source_untitled = Untitled source
source_archived = archived copy
source_accessed = accessed
source_kept = text kept by the chronicle
source_no_address = no address recorded
subjects_title = Subjects
cite_title = Cite this record
cite_source = Source:
cite_file = Reference as { $format }
cite_style = Style
cite_plain = Plain
cite_chicago = Chicago
cite_apa = APA
cite_mla = MLA
cite_quotations = Cite a quotation
cite_two = { $first } and { $last }
cite_many = { $first }, and { $last }
cite_ampersand = { $first }, & { $last }
cite_et_al = { $first } et al.
cite_et_al_inverted = { $first }, et al.
copy_citation = Copy the citation
copy_address = Copy the address
copy_quotation = copy
copy_quotation_cited = copy with citation
copy_done = Copied.
copy_failed = It could not be copied: select it and copy it with your keyboard or the menu of your browser.
format_markdown = Markdown source
formats = Other forms
seq_title = Earlier and later
seq_chronicle = In the chronicle
earlier = Earlier:
later = Later:
no_earlier = no earlier entry recorded
no_later = no later entry recorded
permalink = Permanent address
history_title = History
first_published = First published
file_history = History of the file
revision = Revision

# Kind of record
fidelity_title = Kinds of record
record_kind = Record
fidelity_verbatim = Verbatim transcript, as published by { $publisher }
fidelity_verbatim_nobody = Verbatim transcript
fidelity_official-translation = Official translation, as published by { $publisher }
fidelity_official-translation_nobody = Official translation
fidelity_translation = Translation of words published by { $publisher }; not an official translation
fidelity_translation_nobody = Translation; not an official one
fidelity_summary = Summary by { $publisher }; not a transcript
fidelity_summary_nobody = Summary; not a transcript
fidelity_reported = Reported by { $publisher }; not a transcript
fidelity_reported_nobody = Reported; not a transcript
fidelity_short_verbatim = Verbatim
fidelity_short_official-translation = Official translation
fidelity_short_translation = Translation
fidelity_short_summary = Summary
fidelity_short_reported = Reported

kind_remarks = Remarks
kind_speech = Speech
kind_interview = Interview
kind_press-conference = Press conference
kind_parliament = Statement in parliament
kind_article = Article
kind_letter = Letter
kind_joint-statement = Joint statement
kind_communique = Communiqué
kind_post = Post

source_kind_official-transcript = official transcript
source_kind_official-release = official release
source_kind_video = video
source_kind_agency = news agency
source_kind_press = press
source_kind_book = book
source_kind_archive = archive

relation_reiterates = Reiterates
relation_reiterated_by = Reiterated by
relation_responds_to = Responds to
relation_responded_to_by = Responded to by
relation_cites = Cites
relation_cited_by = Cited by
relation_updates = Updates
relation_updated_by = Updated by
relation_departs_from = Departs from
relation_departed_from_by = Departed from by
asserted_by_speaker = in the speaker’s words
asserted_by_source = according to the source
asserted_by_editor = noted by the editors

change_published = Added
change_correction = Correction
change_clarification = Clarification
change_addition = Addition
change_withdrawal = Withdrawal

# Authority records
topic = Topic
person = Person
organization = Organization
country = Country
name = Name
names = Names
people_title = People
office = Office
offices = Offices held
offices_and_statements = Offices held, and statements
offices_caption = A stripe below the years shows when an office was held. It is pale where the record is not certain of it, and goes on to the last year where no end is recorded.
no_end_recorded = no end recorded
officers = Office-holders
recorded = Recorded
also_called = Also called
also_written = Also written
formerly = formerly
broader = Broader
narrower = Narrower
related = Related
same_as = Same as
usage = Use
parent = Part of
coordinates = Coordinates
host = Host
participants = Participants
series = Series

# The chronicle about itself
changes_note = What came into the record, was corrected or withdrawn, newest first.
changes_unknown = Statements whose day of publication was not noted are not listed as added.
changes_of = { $subject }: changes
no_changes = No change has been noted.
corrections_note = What was changed in the record after it was published, newest first.
no_corrections = No correction has been recorded.
publisher_unknown = Publisher not recorded
source_of = Source of
sources_count = { $total ->
    [one] { $total } source.
   *[other] { $total } sources.
  }
sources_listed_of = The newest { $listed } of { $total } sources are listed here.
source_text = Source text
source_text_title = { $title } (source text)
source_text_note = A copy of what the source says, kept to prove quotations word for word. Marked words are quoted in statements of this chronicle; a number leads to the quotation.
source_text_rights = The text is its publisher’s, and not under the licence of this chronicle.
source_text_original = Published at
source_text_archived = Archived copy
source_text_kind = Kind
source_text_language = Language
source_text_statements = Statements from this text
source_text_listed_of = { $listed } of { $total } statements from this text are listed here.
source_text_unmarked = { $count ->
    [one] { $count } more quotation from these words is not marked.
   *[other] { $count } more quotations from these words are not marked.
  }
source_text_parts = Parts of the text
coverage_note = What this chronicle holds, and where it holds nothing. A gap says something about the chronicle, and nothing about the speakers.
totals = In all
empty_years = Years without an entry
empty_years_note = No entry is recorded for these years. Something may well have been said.
no_empty_years = Every year from the first to the last has an entry.

not_found_title = There is no page at this address
not_found_text = Addresses in this chronicle do not change, so the link that led here may be misspelt. Cutting the end off the address always gives a page.
redirect_title = This record has moved
redirect_text = It is now at

# Dates
date_approximate = about { $date }
date_uncertain = { $date } (uncertain)
date_uncertain_approximate = about { $date } (uncertain)
date_interval = { $from }{"\u00A0"}– { $to }
date_open_end = { $from } and after
date_open_start = until { $to }
date_unknown_end = { $from } – ?
date_unknown_start = ? – { $to }
date_unspecified = between { $from } and { $to }
season_spring = spring { $year }
season_summer = summer { $year }
season_autumn = autumn { $year }
season_winter = winter { $year }
day_month = { $day } { $month }
quotations_checked = Quotations checked word for word against “{ $source }”.

# Search
nav_search = Search
search_within = Search within
search_title = Search
search_label = Words in statements, names and titles
search_submit = Search
search_help = All words must occur. “Words in quotation marks” must stand together.
search_completions = Words that begin like this
search_no_script = Searching needs a script, and this browser runs none. The links above lead to all statements, too.
search_found = Statements found: { $n }
search_about = Statements found: about { $n }; each page is checked when it is shown
search_none = No statement found
search_failed = The index of search could not be read. It may be changing just now: try again in a minute.
search_common = Not looked for, since almost every text has it: { $x }
search_budget = Not looked for, since the rest already says enough: { $x }
search_unknown = No statement has { $x }.
search_dropped = No statement has all of this; left out: { $x }
search_taken = Nobody used { $x }; looked for instead: { $y }
search_some = Of the words that begin with { $x } only the most frequent were looked for.
search_instead = Like it are:
search_more = All { $n }
search_left_out = Not listed, with fewer statements: { $n }
search_remove = Remove { $x }
search_page = page { $n } of { $x }
search_relevant = Most relevant
search_newest = Newest first
search_narrow = Narrow down
search_from = from
search_to = to
search_names = Names in the chronicle
search_summary = Summary:
search_speaker = Speaker
search_kind = Kind
search_language = Language

# The form to contribute
nav_contribute = Contribute
contribute_title = Contribute a statement
contribute_lede = What one speaker said on one occasion, from a source that others can look up. This form makes the file; { $host } takes it as a proposal, and the editors review it. You need no other program.
contribute_no_script = The form needs a script, which does not run here. There are other ways:
contribute_statement = The statement
contribute_headline = Headline
contribute_headline_hint = Neutral, in your own words; at most 120 characters.
contribute_date = Date
contribute_date_hint = When it was said: 2006-02-02, 2006-02 or 2006. Uncertain: 2006-02-02?. About: 2006-02~. From one day to another: 2006-02-01/2006-02-03.
contribute_speakers = Speakers
contribute_speaker = Speaker
contribute_speakers_hint = A person; or an organization or a country that speaks as one. Choose one that is offered, or type a name or an id.
contribute_topics_hint = What it was about: at least one.
contribute_fidelity = What kind of record it is
contribute_fidelity_hint = How the words came to you.
contribute_kind_hint = What the speaker did there.
contribute_choose = Choose
contribute_text = The text
contribute_text_hint = Your own words say what was said, to whom and on which occasion, and take no side. A quotation is the speaker’s words, exactly as the source has them. An empty line begins a paragraph.
contribute_own = Your own neutral words
contribute_quotation = A quotation: the speaker’s words, word for word
contribute_by = Whose words these are
contribute_by_all = All speakers, together
contribute_sources_hint = Where others can look it up: an address, or a title with its publisher.
contribute_source = Source
contribute_source_url = Address
contribute_source_title = Title, as printed
contribute_source_publisher = Publisher
contribute_source_date = Published on
contribute_source_archived = Address of an archived copy
contribute_more = More
contribute_more_hint = Occasion, place, audience, languages
contribute_countries = Countries it was about
contribute_organizations = Organizations it was about
contribute_attributed_as = The speaker’s name, as the source prints it
contribute_summary = Summary in one or two sentences of your own
contribute_language = Language of the text: its code
contribute_original_language = Of a translation: the language spoken
contribute_translator = Of a translation: who made it
contribute_add = Add another
contribute_add_speaker = Add a speaker
contribute_add_topic = Add a topic
contribute_add_own = Add words of your own
contribute_add_quotation = Add a quotation
contribute_add_source = Add a source
contribute_remove = Remove
contribute_make = Make the file
contribute_file = The file
contribute_path = Where it goes in the repository
contribute_file_text = What it says
contribute_copy = Copy the text
contribute_save = Download the file
contribute_open_new = Open the form for a new file on { $host }
contribute_open_edit = Open the file on { $host }
contribute_way_filled = { $host } opens in a new tab, with the file filled in. Sign in there, or make an account; then save the file as a proposal, and send the request that it offers you.
contribute_way_long = The text is too long for an address: copy it first. { $host } opens in a new tab, with an empty form: paste the text, save the file as a proposal, and send the request that it offers you.
contribute_way_copy = { $host } takes the name of the file from here, but not its text: copy it first. Then paste it into the form that opens in a new tab, save the file as a proposal, and send the request that it offers you.
contribute_way_edit = Copy the text first. { $host } opens the file in a new tab: put the new text in the place of the old one, save it as a proposal, and send the request that it offers you.
contribute_way_fork = If { $host } says that there is no such page, you need a copy of the repository of your own first: open the repository there, press “Fork”, and add the file to your copy.
contribute_copied = Copied.
contribute_selected = The text is selected: copy it with your keyboard or the menu of your browser.
contribute_faults = { $n } to be mended:
contribute_fault_required = This is needed.
contribute_fault_long = It is longer than 120 characters.
contribute_fault_date = This is no date of the forms above, or there is no such day.
contribute_fault_future = This day is still to come.
contribute_fault_before = The source was published before the words were said: one of the two dates is wrong.
contribute_fault_address = Write the whole address: https://…
contribute_fault_source = A source needs an address, or a title with its publisher.
contribute_fault_language = Write the code of the language, such as en, pt-BR or zh-Hant.
contribute_fault_country = No country has this name or code.
contribute_fault_words = A quotation needs words.
contribute_fault_namesake = Two of the speakers have this name: choose all speakers, and say in your own words whose these are.
contribute_fault_same = Nothing is changed yet.
contribute_fault_matter = The lines between the two --- at the beginning are gone: they must stay.
contribute_fault_list = The corrections in this file are not written as a list with a line for each: add yours to them by hand in the repository.
contribute_fault_name = The name has small Latin letters, digits and single hyphens only, and lies below content/statements/.
contribute_note_unknown = “{ $x }” is not among the names that are offered. If it is another recorded name, all is well; if not, an editor has to record it first: say in your proposal who or what it is.
contribute_note_unseen = Characters that are not seen were taken out: { $x }
contribute_note_mixed = “{ $x }” has letters of two scripts that look alike: type it again.
contribute_unread = The names in the record could not be read: type them, or their ids.
contribute_left_out = Not all are offered; ids of others can be typed: { $x }
contribute_correct = Suggest a correction
contribute_correct_lede = This is the file of the statement, as it was published last. Change what is wrong, and say what you changed and why. The editors review it.
contribute_correct_file = The record
contribute_correct_text = The file
contribute_correct_hint = Between the two lines --- stand its keys. Lines that begin with > are the speaker’s words, exactly as the source has them.
contribute_correct_note = What was changed, and why
contribute_correct_note_hint = Readers see this in the list of corrections.
contribute_correct_older = This is what was published, which may be older than the file in the repository: look there whether it is mended already.
contribute_gone = There is no such statement, or its file could not be read.
contribute_withdrawn = This statement was withdrawn: its text is not published, so it cannot be changed here.
contribute_other = Other ways
contribute_other_file = Write the file by hand, in the repository.
contribute_other_tell = Tell the editors, who can add it.
contribute_other_git = With git: the repository says how in CONTRIBUTING.md.

# What a page says of itself to search engines and beside links elsewhere. `statements` is what `statements_count` says,
# `years` one year or the first and last; `more` is what the page is about, or the name of the chronicle.
open_graph_locale = en_US
description_listed = { $title }: { $statements }, { $years }. { $more }
description_undated = { $title }: { $statements }. { $more }
description_statement = { $speakers }, { $date }: { $title }
description_withdrawn = Withdrawn ({ $date }): { $title }. { $reason }
description_source_text = The kept text of “{ $title }”, with the words marked that are quoted in statements of this chronicle.
search_description = Full-text search of all statements, by words, speakers, topics, years and kinds of record

# The page of the data.
data_note = The whole record as files to take away, made with the site and always of the same state.
data_statements = Statements, for spreadsheets
data_statement_lines = Statements, a line of JSON each
data_quotations = Quotations
data_relations = Relations between statements
data_people = People
data_organizations = Organizations
data_topics = Topics, as a thesaurus
data_references = References to all statements
data_rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
data_columns = What the columns mean
data_column = Column
data_type = Type
data_meaning = Meaning
data_reading = Reading and citing them
data_safe = The files are UTF-8. In tables for spreadsheets several values in one cell are separated by “; ”, and a cell that would be taken for a formula begins with an apostrophe.
data_package = describes all files for programs (Frictionless Data Package)
data_checksums = checksums of all files (sha256sum --check)
data_citation = says how the whole is cited
