# Les mots du thème par défaut, en français.
# NOT REVIEWED by a native speaker of French: corrections are welcome.
# Les années arrivent sous forme de texte, les quantités sous forme de nombres. Devant « : ; ? ! » et à l’intérieur des
# guillemets se trouvent des espaces insécables (U+00A0).

# Navigation
skip_to_content = Aller au contenu
nav_main = Chronique
nav_prose = À propos de la chronique
nav_home = Accueil
nav_statements = Déclarations
nav_topics = Thèmes
nav_years = Années
nav_people = Personnes
nav_organizations = Organisations
nav_countries = Pays
nav_places = Lieux
nav_events = Événements
nav_on_this_day = Ce jour-là
nav_timeline = Chronologie
nav_chains = Déclarations réitérées
nav_data = Données
nav_changes = Modifications
nav_corrections = Corrections
nav_sources = Sources
nav_coverage = Couverture
breadcrumbs = Vous êtes ici
pager = Page précédente et page suivante
pager_prev = Précédente
pager_next = Suivante
feed = Flux
feed_label = Flux :
edit_page = Modifier cette page
repository = Dépôt
neutrality = L’inclusion atteste que quelque chose a été dit ; elle n’en vaut pas approbation.

# Ponctuation
number_group = {"\u202F"}
list_comma = ,
list_semicolon = {"\u00A0"};
colon = {"\u00A0"}:
quote_open = «{"\u00A0"}
quote_close = {"\u00A0"}»
cite_title_close = {"\u00A0"}».

# Listes
statements = Déclarations
statements_title = Toutes les déclarations, de la plus récente à la plus ancienne
statements_count = { $count ->
    [one] { $count } déclaration
    [many] { $count } de déclarations
   *[other] { $count } déclarations
  }
all_statements = Toutes les déclarations
whole_year = Toutes celles de { $year } : { $count }
newest_title = Déclarations les plus récentes
newest_in_record = Derniers changements de la chronique
all_changes = Toutes les modifications
reiterated_title = Les plus souvent réitérées
chain_count = { $count ->
    [one] consignée { $count } fois
   *[other] consignée { $count } fois
  }
chain_skipped = { $count ->
    [one] { $count } autre entre les deux
   *[other] { $count } autres entre les deux
  }
chain_more = { $count ->
    [one] { $count } plus tardive
   *[other] { $count } plus tardives
  }
chain_whole = { $count ->
    [one] La chaîne entière : { $count } déclaration
   *[other] La chaîne entière : { $count } déclarations
  }
chains_listed_of = { $total ->
    [one] La plus longue chaîne est présentée ici ({ $listed } sur { $total }).
   *[other] Les plus longues chaînes sont présentées ici ({ $listed } sur { $total }).
  }
part_of = partie { $part } sur { $parts }
part_number = { $list } (partie { $part })
with_narrower = avec les thèmes plus spécifiques
counted_with_narrower = Chaque nombre tient compte aussi des déclarations des thèmes plus spécifiques.
chains_more = { $count ->
    [one] { $count } de plus
   *[other] { $count } de plus
}
topics_of = { $shown } thèmes sur { $total } :
all_topics = tous les thèmes
people_of = { $shown } personnes sur { $total } :
all_people = toutes les personnes
list_parts = Parties de cette liste
days = Jours
listed_by_month = Les déclarations figurent sur les pages des mois.
listed_without_month = Le mois de celles-ci n’est pas connu :
listed_by_day = Les déclarations figurent sur les pages des jours.
listed_without_day = Le jour de celles-ci n’est pas connu :
topic_again = voir ci-dessus
by_year = Par année
other_years = Autres années
statement = Déclaration
date = Date
year = Année
months = Mois
no_entry = aucune entrée consignée
year_unknown = Année inconnue
year_of_decade = années { $from }, année inconnue
year_of_century = { $from }–{ $to }, année inconnue
listed_of = { $total ->
    [one] La plus récente est présentée ici ({ $listed } sur { $total }) ; les autres figurent sous leur année.
   *[other] Les plus récentes sont présentées ici ({ $listed } sur { $total }) ; les autres figurent sous leur année.
  }
withdrawn = Retirée
corrected = Corrigée
on_this_day_calendar = S’abonner dans un logiciel d’agenda
on_this_day_note = Chaque jour du calendrier qui a une entrée, avec le nombre de ses déclarations, toutes années confondues.
countries_note = Pays dont parlent les déclarations consignées ou auxquels elles s’adressent, et pays qui ont eux-mêmes fait des déclarations.
speaking = Organisations et États qui se sont exprimés
own_count = { $count ->
    [one] dont { $count } de sa part
   *[other] dont { $count } de sa part
  }
own_of_organization = Ce que l’organisation a dit elle-même
others_of_organization = Ce qui a été dit à son sujet, à son adresse ou en son nom
own_of_country = Ce que l’État a dit lui-même
others_of_country = Ce qui a été dit à son sujet ou à son adresse

# Diagramme et carte de densité
bars_title = Déclarations consignées par année
bars_desc = Diagramme en barres des années { $first } à { $last } : { $total } consignées au total, { $max } pour l’année la plus fournie. Le tableau ci-dessous dit la même chose.
bars_caption = Déclarations consignées par année, de { $first } à { $last } : { $total } au total, au plus { $max } par année. Une année sans barre n’a aucune entrée consignée.
bars_year = Déclarations consignées en { $year } : { $total }. Aucune autre année n’a d’entrée.
bars_undated = { $count ->
    [one] { $count } autre est d’une année inconnue et n’a pas de barre.
   *[other] { $count } autres sont d’une année inconnue et n’ont pas de barre.
  }
bars_as_table = Les mêmes données en tableau
heat_title = Thèmes par année
heat_note = Chaque case compte les déclarations consignées sur un thème au cours d’une année ; plus la teinte est dense, plus il y en a. Une case vide signifie qu’aucune entrée n’est consignée.
heat_topics = Les { $shown } thèmes ayant le plus de déclarations, sur { $total }, sont montrés.
timeline_statements = Chaque marque est une déclaration et y mène ; elle figure dans les lignes de tous ses thèmes. Un point est un jour ; quand la date est moins bien connue, un trait a la longueur de ce qui reste ouvert.
timeline_years = Plus un point est grand, plus l’année a de déclarations ; il y mène. Une année sans point n’a aucune entrée consignée.
timeline_scale = Le plus grand point vaut { $most } dans la ligne de toutes les déclarations, et { $of_topic } dans celles des thèmes.
timeline_chains = Les arcs relient des déclarations qui redisent la même chose et mènent à toutes.
timeline_chains_of = Les { $shown } plus longues chaînes sur { $total } sont tracées.
timeline_span = Déclarations de { $first } à { $last } : { $total }.
timeline_year = Déclarations de { $year } : { $total }. Aucune autre année n’a d’entrée.
timeline_undated = { $count ->
    [one] { $count } autre est d’une année inconnue et n’est pas montrée.
   *[other] { $count } autres sont d’une année inconnue et ne sont pas montrées.
  }
timeline_skip = Passer l’image
timeline_small = Thèmes par année, de { $first } à { $last } : plus une année est remplie, plus son point est grand
timeline_more = Toute la chronique en une image
lane_other = Autres thèmes

# Une déclaration
occasion = Occasion
place = Lieu
audience = Public
attributed_as = nom donné par la source :
today_called = aujourd’hui :
original_language = Langue d’origine :
translator = Traduction :
this_statement = cette déclaration
withdrawn_title = Retirée
withdrawn_on = Retirée :
withdrawn_explained = L’entrée reste à son adresse ; son texte a été supprimé.
corrections_title = Corrections
context_title = Note de la rédaction
cite_this = citer
quotation_in_source = dans le texte de la source
footnotes = Notes
back_to_text = Retour au texte
table = Tableau { $number }
table_of_note = Tableau { $number } dans la note de la rédaction
table_of_foot = Tableau { $number } en bas de page
chain_title = Dit auparavant, dit de nouveau
relations_title = Déclarations liées
chains_title = Déclarations réitérées
gap = { $years ->
    [0] {""}
    [one] { $years } an
   *[other] { $years } ans
  }{ $months ->
    [0] {""}
   *[other] { $years ->
        [0] {""}
       *[other] {" "}
      }{ $months } mois
  }{ $days ->
    [0] {""}
   *[other] { $years ->
        [0] { $months ->
            [0] {""}
           *[other] {" "}
          }
       *[other] {" "}
      }{ $days ->
        [one] { $days } jour
       *[other] { $days } jours
      }
  }
gap_later = { gap } plus tard
gap_apart = à { gap } d’intervalle
gap_same_day = le même jour
gap_same_month = le même mois
gap_same_year = la même année
position_title = Position au fil du temps
position_of = Position au fil du temps : { $subject }
position_link = Position au fil du temps : citations par ordre de date
position_note = Ce qui est cité sur ce thème, mot pour mot comme dans ses sources, par ordre de date. Les citations qui n’ont pas été trouvées dans un texte conservé de leur source sont laissées de côté.
position_speakers = Auteurs des mots
position_next = suivante
position_gap = Rien n’est consigné.
position_gap_statements = { $count ->
    [one] { $count } déclaration est consignée, sans une telle citation.
   *[other] { $count } déclarations sont consignées, aucune avec une telle citation.
  }
quotations_count = { $count ->
    [one] { $count } citation
    [many] { $count } de citations
   *[other] { $count } citations
  }
more_quotations = { $count ->
    [one] { $count } autre citation de cette déclaration
   *[other] { $count } autres citations de cette déclaration
  }
in_its_statement = dans sa déclaration
whole_quotation = La citation entière
wordings_note = Les citations les plus proches sont placées côte à côte ; plus la ligne est longue, plus le temps écoulé est long. Marqué :
wordings_gone = seulement dans la formulation antérieure,
wordings_new = seulement dans la suivante.
words_gone = seulement auparavant :
words_new = seulement ensuite :
wordings_same = Identiques mot pour mot.
wordings_unlike = Les formulations ont peu en commun ; les différences ne sont pas marquées.
wordings_too_long = Trop longues pour être comparées mot à mot.
wordings_languages = Dans des langues différentes ; non comparées.
wordings_nothing_before = La déclaration antérieure n’a pas de citation à laquelle comparer celle-ci.
wordings_no_quotation = Aucune citation n’est consignée.
wordings_not_own = Traduction ou résumé : ce ne sont pas les mots mêmes de l’auteur, ils ne sont pas comparés.
wordings_withdrawn = Retirée ; ses mots ne sont plus montrés.
gap_cut = (tracé plus court qu’il ne l’est)
sources_title = Sources
source_untitled = Source sans titre
source_archived = copie archivée
source_accessed = consulté
source_kept = texte conservé par la chronique
source_no_address = aucune adresse consignée
subjects_title = Sujets
cite_title = Citer cette entrée
cite_source = Source :
cite_file = Référence au format { $format }
cite_style = Style
cite_plain = Simple
cite_chicago = Chicago
cite_apa = APA
cite_mla = MLA
cite_quotations = Citer un passage
cite_two = { $first } et { $last }
cite_many = { $first } et { $last }
cite_ampersand = { $first } et { $last }
cite_et_al = { $first } et al.
cite_et_al_inverted = { $first } et al.
copy_citation = Copier la référence
copy_address = Copier l’adresse
copy_quotation = copier
copy_quotation_cited = copier avec la référence
copy_done = Copié.
copy_failed = La copie a échoué : sélectionnez le texte et copiez-le au clavier ou par le menu de votre navigateur.
format_markdown = Source Markdown
formats = Autres formes
seq_title = Avant et après
seq_chronicle = Dans la chronique
earlier = Avant :
later = Après :
no_earlier = aucune entrée antérieure consignée
no_later = aucune entrée postérieure consignée
permalink = Adresse permanente
history_title = Historique
first_published = Première publication
file_history = Historique du fichier
revision = Révision

# Nature de l’enregistrement
fidelity_title = Natures de l’enregistrement
record_kind = Enregistrement
fidelity_verbatim = Transcription littérale, telle que publiée par la source : { $publisher }
fidelity_verbatim_nobody = Transcription littérale
fidelity_official-translation = Traduction officielle, telle que publiée par la source : { $publisher }
fidelity_official-translation_nobody = Traduction officielle
fidelity_translation = Traduction de propos publiés par la source ({ $publisher }) ; ce n’est pas une traduction officielle
fidelity_translation_nobody = Traduction ; non officielle
fidelity_summary = Résumé ({ $publisher }) ; ce n’est pas une transcription
fidelity_summary_nobody = Résumé ; ce n’est pas une transcription
fidelity_reported = Propos rapportés ({ $publisher }) ; ce n’est pas une transcription
fidelity_reported_nobody = Propos rapportés ; ce n’est pas une transcription
fidelity_short_verbatim = Littéral
fidelity_short_official-translation = Traduction officielle
fidelity_short_translation = Traduction
fidelity_short_summary = Résumé
fidelity_short_reported = Rapporté

kind_remarks = Propos
kind_speech = Discours
kind_interview = Entretien
kind_press-conference = Conférence de presse
kind_parliament = Déclaration au parlement
kind_article = Article
kind_letter = Lettre
kind_joint-statement = Déclaration conjointe
kind_communique = Communiqué
kind_post = Message publié

source_kind_official-transcript = transcription officielle
source_kind_official-release = publication officielle
source_kind_video = vidéo
source_kind_agency = agence de presse
source_kind_press = presse
source_kind_book = livre
source_kind_archive = archives

relation_reiterates = Réitère
relation_reiterated_by = Réitérée par
relation_responds_to = Répond à
relation_responded_to_by = Reçoit la réponse
relation_cites = Cite
relation_cited_by = Citée par
relation_updates = Actualise
relation_updated_by = Actualisée par
relation_departs_from = S’écarte de
relation_departed_from_by = S’en écarte
asserted_by_speaker = selon les termes de l’auteur
asserted_by_source = selon la source
asserted_by_editor = relevé par la rédaction

change_published = Ajout
change_correction = Correction
change_clarification = Précision
change_addition = Complément
change_withdrawal = Retrait

# Notices d’autorité
topic = Thème
person = Personne
organization = Organisation
country = Pays
name = Nom
names = Noms
people_title = Personnes
office = Fonction
offices = Fonctions exercées
offices_and_statements = Fonctions exercées et déclarations
offices_caption = Une bande sous les années montre quand une fonction a été exercée. Elle est pâle là où la chronique n’en est pas certaine, et se prolonge jusqu’à la dernière année lorsqu’aucune fin n’est consignée.
no_end_recorded = aucune fin consignée
officers = Titulaires de fonctions
recorded = Consignées
also_called = Autres noms
also_written = Autres graphies
formerly = anciennement
broader = Plus général
narrower = Plus spécifique
related = Associés
same_as = Identique à
usage = Emploi
parent = Partie de
coordinates = Coordonnées
host = Hôte
participants = Participants
series = Série

# La chronique à propos d’elle-même
changes_note = Ce qui est entré dans la chronique, y a été corrigé ou en a été retiré, du plus récent au plus ancien.
changes_unknown = Les déclarations dont le jour de publication n’a pas été noté ne figurent pas parmi les ajouts.
changes_of = { $subject } : modifications
no_changes = Aucune modification n’a été notée.
corrections_note = Ce qui a été modifié dans la chronique après publication, du plus récent au plus ancien.
no_corrections = Aucune correction n’est consignée.
publisher_unknown = Éditeur non consigné
source_of = Source de
sources_count = { $total ->
    [one] { $total } source.
    [many] { $total } de sources.
   *[other] { $total } sources.
  }
sources_listed_of = Les sources les plus récentes sont présentées ici ({ $listed } sur { $total }).
source_text = Texte de la source
source_text_title = { $title } (texte de la source)
source_text_note = Copie de ce que dit la source, conservée pour vérifier les citations mot pour mot. Les mots marqués sont cités dans des déclarations de cette chronique ; un numéro mène à la citation.
source_text_rights = Le texte appartient à son éditeur et n’est pas couvert par la licence de cette chronique.
source_text_original = Publié à l’adresse
source_text_archived = Copie archivée
source_text_kind = Type
source_text_language = Langue
source_text_statements = Déclarations tirées de ce texte
source_text_listed_of = Sont présentées ici { $listed } déclarations tirées de ce texte sur { $total }.
source_text_unmarked = { $count ->
    [one] { $count } autre citation de ces mots n’est pas marquée.
   *[other] { $count } autres citations de ces mots ne sont pas marquées.
  }
source_text_parts = Parties du texte
coverage_note = Ce que contient cette chronique, et où elle ne contient rien. Une lacune renseigne sur la chronique, et non sur les personnes citées.
totals = Au total
empty_years = Années sans entrée
empty_years_note = Aucune entrée n’est consignée pour ces années. Il se peut bien que quelque chose ait été dit.
no_empty_years = Chaque année, de la première à la dernière, a une entrée.

not_found_title = Il n’y a pas de page à cette adresse
not_found_text = Les adresses de cette chronique ne changent pas : le lien qui a mené ici est peut-être mal écrit. En retirant la fin de l’adresse, on arrive toujours à une page.
redirect_title = Cette entrée a changé d’adresse
redirect_text = Elle se trouve maintenant à l’adresse

# Dates. Of `$date` it is said whether it is a `day`, a `month`, a `year` or else.
date_approximate = { $precision ->
    [day] vers le { $date }
   *[other] vers { $date }
  }
date_uncertain = { $date } (incertain)
date_uncertain_approximate = { $precision ->
    [day] vers le { $date } (incertain)
   *[other] vers { $date } (incertain)
  }
date_interval = { $from }{"\u00A0"}– { $to }
date_open_end = { $from } et après
date_open_start = { $to } et avant
date_unknown_end = { $from } – ?
date_unknown_start = ? – { $to }
date_unspecified = entre { $from } et { $to }
season_spring = printemps { $year }
season_summer = été { $year }
season_autumn = automne { $year }
season_winter = hiver { $year }
day_month = { $day } { $month }
quotations_checked = Citations vérifiées mot pour mot d’après « { $source } ».

# Recherche
nav_search = Recherche
search_within = Rechercher dans
search_title = Recherche
search_label = Mots dans les déclarations, les noms et les titres
search_submit = Rechercher
search_help = Tous les mots doivent figurer. « Des mots entre guillemets » doivent se suivre.
search_completions = Mots qui commencent ainsi
search_no_script = La recherche a besoin d’un script, et ce navigateur n’en exécute pas. Les liens ci-dessus mènent eux aussi à toutes les déclarations.
search_found = Déclarations trouvées : { $n }
search_about = Déclarations trouvées : environ { $n } ; chaque page est vérifiée lorsqu’elle est affichée
search_none = Aucune déclaration trouvée
search_failed = L’index de recherche n’a pas pu être lu. Il est peut-être en cours de mise à jour : réessayez dans une minute.
search_common = Non recherché, car presque tous les textes le contiennent : { $x }
search_budget = Non recherché, car le reste suffit : { $x }
search_unknown = Aucune déclaration ne contient { $x }.
search_dropped = Aucune déclaration ne contient tout cela ; laissé de côté : { $x }
search_taken = Personne n’a employé { $x } ; recherché à la place : { $y }
search_some = Parmi les mots qui commencent par { $x }, seuls les plus fréquents ont été recherchés.
search_instead = Mots proches :
search_more = Les { $n }
search_left_out = Non affichés, avec moins de déclarations : { $n }
search_remove = Retirer { $x }
search_page = page { $n } sur { $x }
search_relevant = Les plus pertinentes
search_newest = Les plus récentes d’abord
search_narrow = Affiner
search_from = de
search_to = à
search_names = Noms dans la chronique
search_summary = Résumé :
search_speaker = Auteur des propos
search_kind = Genre
search_language = Langue

# Le formulaire de contribution
nav_contribute = Contribuer
contribute_title = Proposer une déclaration
contribute_lede = Ce qu’une personne a dit à une occasion, d’après une source que d’autres peuvent consulter. Ce formulaire prépare le fichier ; { $host } le reçoit comme proposition, et la rédaction l’examine. Aucun autre programme n’est nécessaire.
contribute_no_script = Le formulaire a besoin d’un script, qui ne s’exécute pas ici. Il y a d’autres moyens :
contribute_statement = La déclaration
contribute_headline = Titre
contribute_headline_hint = Neutre, avec vos propres mots ; 120 caractères au plus.
contribute_date = Date
contribute_date_hint = Quand cela a été dit : 2006-02-02, 2006-02 ou 2006. Incertain : 2006-02-02?. Environ : 2006-02~. D’un jour à un autre : 2006-02-01/2006-02-03.
contribute_speakers = Auteurs des propos
contribute_speaker = Auteur des propos
contribute_speakers_hint = Une personne, ou bien une organisation ou un pays qui s’exprime d’une seule voix. Choisissez parmi les propositions, ou saisissez un nom ou un identifiant.
contribute_topics_hint = De quoi il s’agissait : au moins un thème.
contribute_fidelity = Nature de l’enregistrement
contribute_fidelity_hint = Comment les propos vous sont parvenus.
contribute_kind_hint = Ce que l’auteur y faisait.
contribute_choose = Choisir
contribute_text = Le texte
contribute_text_hint = Vos propres mots disent ce qui a été dit, à qui et à quelle occasion, sans prendre parti. Une citation reprend les mots de l’auteur exactement comme dans la source. Une ligne vide commence un paragraphe.
contribute_own = Vos propres mots, neutres
contribute_quotation = Une citation : les mots de l’auteur, mot pour mot
contribute_by = De qui sont ces mots
contribute_by_all = De tous les auteurs, ensemble
contribute_sources_hint = Où d’autres peuvent le consulter : une adresse, ou un titre avec son éditeur.
contribute_source = Source
contribute_source_url = Adresse
contribute_source_title = Titre, tel qu’imprimé
contribute_source_publisher = Éditeur
contribute_source_date = Publié le
contribute_source_archived = Adresse d’une copie archivée
contribute_more = Plus
contribute_more_hint = Occasion, lieu, public, langues
contribute_countries = Pays dont il s’agissait
contribute_organizations = Organisations dont il s’agissait
contribute_attributed_as = Nom de l’auteur, tel que l’imprime la source
contribute_summary = Résumé en une ou deux phrases de votre main
contribute_language = Langue du texte : son code
contribute_original_language = Pour une traduction : la langue parlée
contribute_translator = Pour une traduction : qui l’a faite
contribute_add = Ajouter
contribute_add_speaker = Ajouter un auteur
contribute_add_topic = Ajouter un thème
contribute_add_own = Ajouter des mots à vous
contribute_add_quotation = Ajouter une citation
contribute_add_source = Ajouter une source
contribute_remove = Retirer
contribute_make = Préparer le fichier
contribute_file = Le fichier
contribute_path = Son emplacement dans le dépôt
contribute_file_text = Son contenu
contribute_copy = Copier le texte
contribute_save = Télécharger le fichier
contribute_open_new = Ouvrir le formulaire d’un nouveau fichier sur { $host }
contribute_open_edit = Ouvrir le fichier sur { $host }
contribute_way_filled = { $host } s’ouvre dans un nouvel onglet, avec le fichier déjà rempli. Connectez-vous ou créez un compte, puis enregistrez le fichier comme proposition et envoyez la demande qui vous est offerte.
contribute_way_long = Le texte est trop long pour une adresse : copiez-le d’abord. { $host } s’ouvre dans un nouvel onglet, avec un formulaire vide : collez le texte, enregistrez le fichier comme proposition et envoyez la demande qui vous est offerte.
contribute_way_copy = { $host } reprend d’ici le nom du fichier, mais non son texte : copiez-le d’abord. Collez-le ensuite dans le formulaire qui s’ouvre dans un nouvel onglet, enregistrez le fichier comme proposition et envoyez la demande qui vous est offerte.
contribute_way_edit = Copiez d’abord le texte. { $host } ouvre le fichier dans un nouvel onglet : mettez le nouveau texte à la place de l’ancien, enregistrez-le comme proposition et envoyez la demande qui vous est offerte.
contribute_way_fork = Si { $host } répond que cette page n’existe pas, il vous faut d’abord une copie du dépôt : ouvrez-y le dépôt, appuyez sur « Fork », et ajoutez le fichier à votre copie.
contribute_copied = Copié.
contribute_selected = Le texte est sélectionné : copiez-le au clavier ou par le menu de votre navigateur.
contribute_faults = À corriger : { $n }
contribute_fault_required = Ceci est nécessaire.
contribute_fault_long = Plus de 120 caractères.
contribute_fault_date = Ce n’est pas une date écrite comme ci-dessus, ou ce jour n’existe pas.
contribute_fault_future = Ce jour n’est pas encore arrivé.
contribute_fault_before = La source a été publiée avant que les mots soient dits : l’une des deux dates est fausse.
contribute_fault_address = Écrivez l’adresse entière : https://…
contribute_fault_source = Une source a besoin d’une adresse, ou d’un titre avec son éditeur.
contribute_fault_language = Écrivez le code de la langue, tel que en, pt-BR ou zh-Hant.
contribute_fault_country = Aucun pays n’a ce nom ou ce code.
contribute_fault_words = Une citation a besoin de mots.
contribute_fault_namesake = Deux des auteurs portent ce nom : choisissez tous les auteurs, et dites avec vos propres mots de qui sont ceux-ci.
contribute_fault_same = Rien n’est encore modifié.
contribute_fault_matter = Les lignes entre les deux --- du début ont disparu : elles doivent rester.
contribute_fault_list = Les corrections de ce fichier ne sont pas écrites en liste, une par ligne : ajoutez la vôtre à la main dans le dépôt.
contribute_fault_name = Le nom n’a que de petites lettres latines, des chiffres et des traits d’union simples, et se trouve sous content/statements/.
contribute_note_unknown = « { $x } » n’est pas parmi les noms proposés. Si c’est un autre nom consigné, tout va bien ; sinon, la rédaction doit d’abord le consigner : dites dans votre proposition de qui ou de quoi il s’agit.
contribute_note_unseen = Des caractères invisibles ont été retirés : { $x }
contribute_note_mixed = « { $x } » contient des lettres de deux écritures qui se ressemblent : saisissez-le de nouveau.
contribute_unread = Les noms de la chronique n’ont pas pu être lus : saisissez-les, ou leurs identifiants.
contribute_left_out = Tous ne sont pas proposés ; les identifiants des autres peuvent être saisis : { $x }
contribute_correct = Proposer une correction
contribute_correct_lede = Voici le fichier de la déclaration, tel qu’il a été publié en dernier. Modifiez ce qui est faux, et dites ce que vous avez modifié et pourquoi. La rédaction l’examine.
contribute_correct_file = L’entrée
contribute_correct_text = Le fichier
contribute_correct_hint = Entre les deux lignes --- se trouvent ses clés. Les lignes qui commencent par > sont les mots de l’auteur, exactement comme dans la source.
contribute_correct_note = Ce qui a été modifié, et pourquoi
contribute_correct_note_hint = Les lecteurs le voient dans la liste des corrections.
contribute_correct_older = Ceci est ce qui a été publié, peut-être plus ancien que le fichier du dépôt : regardez-y si c’est déjà corrigé.
contribute_gone = Cette déclaration n’existe pas, ou son fichier n’a pas pu être lu.
contribute_withdrawn = Cette déclaration a été retirée : son texte n’est pas publié et ne peut donc pas être modifié ici.
contribute_other = Autres moyens
contribute_other_file = Écrire le fichier à la main, dans le dépôt.
contribute_other_tell = En parler à la rédaction, qui peut l’ajouter.
contribute_other_git = Avec git : le dépôt l’explique dans CONTRIBUTING.md.

# Ce qu’une page dit d’elle-même aux moteurs de recherche et à côté des liens d’autres sites.
open_graph_locale = fr_FR
description_listed = { $title } : { $statements }, { $years }. { $more }
description_undated = { $title } : { $statements }. { $more }
description_statement = { $speakers }, { $date } : { $title }
description_withdrawn = Retirée ({ $date }) : { $title }. { $reason }
description_source_text = Le texte conservé de « { $title } », où sont marqués les mots cités dans des déclarations de cette chronique.
search_description = Recherche en texte intégral dans toutes les déclarations, par mots, auteurs, thèmes, années et natures de l’enregistrement

# La page des données
data_note = Toute la chronique en fichiers à emporter, produits avec le site et toujours dans le même état.
data_statements = Déclarations, pour tableurs
data_statement_lines = Déclarations, une ligne de JSON chacune
data_quotations = Citations
data_relations = Relations entre déclarations
data_people = Personnes
data_organizations = Organisations
data_topics = Thèmes, en thésaurus
data_references = Références de toutes les déclarations
data_rows = { $count ->
    [one] { $count } ligne
    [many] { $count } de lignes
   *[other] { $count } lignes
}
data_columns = Signification des colonnes
data_column = Colonne
data_type = Type
data_meaning = Signification
data_reading = Lire et citer ces fichiers
data_safe = Les fichiers sont en UTF-8. Dans les tableaux pour tableurs, plusieurs valeurs dans une case sont séparées par « ; », et une case qui serait prise pour une formule commence par une apostrophe.
data_package = décrit tous les fichiers pour les programmes (Frictionless Data Package)
data_checksums = sommes de contrôle de tous les fichiers (sha256sum --check)
data_citation = dit comment citer l’ensemble
