# Las palabras del tema predeterminado, en español.
# NOT REVIEWED by a native speaker of Spanish: corrections are welcome.
# Los años llegan como texto; las cantidades, como números.

# Navegación
skip_to_content = Ir al contenido
nav_main = Crónica
nav_prose = Sobre la crónica
nav_home = Inicio
nav_statements = Declaraciones
nav_topics = Temas
nav_years = Años
nav_people = Personas
nav_organizations = Organizaciones
nav_countries = Países
nav_places = Lugares
nav_events = Actos
nav_on_this_day = Tal día como hoy
nav_timeline = Cronología
nav_chains = Declaraciones reiteradas
nav_data = Datos
nav_changes = Cambios
nav_corrections = Correcciones
nav_sources = Fuentes
nav_coverage = Cobertura
breadcrumbs = Usted está aquí
pager = Página anterior y siguiente
pager_prev = Anterior
pager_next = Siguiente
feed = Canal
feed_label = Canal:
edit_page = Editar esta página
repository = Repositorio
neutrality = La inclusión deja constancia de que algo se dijo; no supone aprobación.

# Puntuación
number_group = .
list_comma = ,
list_semicolon = ;
colon = :
quote_open = «
quote_close = »
cite_title_close = ».

# Listas
statements = Declaraciones
statements_title = Todas las declaraciones, de la más reciente a la más antigua
statements_count = { $count ->
    [one] { $count } declaración
    [many] { $count } de declaraciones
   *[other] { $count } declaraciones
  }
all_statements = Todas las declaraciones
whole_year = Todas las de { $year }: { $count }
newest_title = Declaraciones más recientes
newest_in_record = Lo último en la crónica
all_changes = Todos los cambios
reiterated_title = Las más reiteradas
chain_count = { $count ->
    [one] consta { $count } vez
   *[other] consta { $count } veces
  }
chain_skipped = { $count ->
    [one] { $count } más en medio
   *[other] { $count } más en medio
  }
chain_more = { $count ->
    [one] { $count } posterior
   *[other] { $count } posteriores
  }
chain_whole = { $count ->
    [one] La cadena completa: { $count } declaración
   *[other] La cadena completa: { $count } declaraciones
  }
chains_listed_of = { $total ->
    [one] Aquí figura la cadena más larga ({ $listed } de { $total }).
   *[other] Aquí figuran las cadenas más largas ({ $listed } de { $total }).
  }
part_of = parte { $part } de { $parts }
part_number = { $list } (parte { $part })
with_narrower = con los temas más específicos
counted_with_narrower = Cada número incluye también las declaraciones de los temas más específicos.
chains_more = { $count ->
    [one] { $count } más
   *[other] { $count } más
}
topics_of = { $shown } de { $total } temas:
all_topics = todos los temas
people_of = { $shown } de { $total } personas:
all_people = todas las personas
list_parts = Partes de esta lista
days = Días
listed_by_month = Las declaraciones figuran en las páginas de los meses.
listed_without_month = No se conoce el mes de estas:
listed_by_day = Las declaraciones figuran en las páginas de los días.
listed_without_day = No se conoce el día de estas:
topic_again = véase más arriba
by_year = Por año
other_years = Otros años
statement = Declaración
date = Fecha
year = Año
months = Meses
no_entry = no consta ninguna entrada
year_unknown = Año desconocido
year_of_decade = década de { $from }, año desconocido
year_of_century = { $from }–{ $to }, año desconocido
listed_of = { $total ->
    [one] Aquí figura la declaración más reciente ({ $listed } de { $total }); las demás están en sus años.
   *[other] Aquí figuran las declaraciones más recientes ({ $listed } de { $total }); las demás están en sus años.
  }
withdrawn = Retirada
corrected = Corregida
on_this_day_calendar = Suscribirse en un programa de calendario
on_this_day_note = Cada día del calendario que tiene una entrada, con el número de sus declaraciones de todos los años.
countries_note = Países de los que hablan las declaraciones recogidas o a los que se dirigen, y países que hicieron declaraciones ellos mismos.
speaking = Organizaciones y Estados que se pronunciaron
own_count = { $count ->
    [one] { $count } propia
   *[other] { $count } propias
  }
own_of_organization = Lo que dijo la propia organización
others_of_organization = Lo que se dijo de ella, a ella o en su nombre
own_of_country = Lo que dijo el propio Estado
others_of_country = Lo que se dijo de él o a él

# Gráfico y mapa de densidad
bars_title = Declaraciones recogidas por año
bars_desc = Gráfico de barras de los años { $first } a { $last }: { $total } recogidas en total, { $max } en el año más nutrido. La tabla siguiente dice lo mismo.
bars_caption = Declaraciones recogidas por año, de { $first } a { $last }: { $total } en total, { $max } como máximo en un año. Un año sin barra no tiene ninguna entrada.
bars_year = Declaraciones recogidas en { $year }: { $total }. Ningún otro año tiene entradas.
bars_undated = { $count ->
    [one] { $count } más es de año desconocido y no tiene barra.
   *[other] { $count } más son de año desconocido y no tienen barra.
  }
bars_as_table = Lo mismo en una tabla
heat_title = Temas por año
heat_note = Cada celda cuenta las declaraciones recogidas sobre un tema en un año; cuanto más intenso es el tono, más son. Una celda vacía significa que no consta ninguna entrada.
heat_topics = Se muestran los { $shown } temas con más declaraciones, de { $total }.
timeline_statements = Cada marca es una declaración y lleva a ella; está en las filas de todos sus temas. Un punto es un día; donde se sabe menos de la fecha, una línea es tan larga como lo que queda abierto.
timeline_years = Cuanto más grande un punto, más declaraciones tiene el año; lleva a ellas. Un año sin punto no tiene ninguna entrada registrada.
timeline_scale = El punto más grande vale { $most } en la fila de todas las declaraciones y { $of_topic } en las de los temas.
timeline_chains = Los arcos unen declaraciones que vuelven a decir lo mismo y llevan a todas ellas.
timeline_chains_of = Se dibujan las { $shown } cadenas más largas de { $total }.
timeline_span = Declaraciones de { $first } a { $last }: { $total }.
timeline_year = Declaraciones de { $year }: { $total }. Ningún otro año tiene entradas.
timeline_undated = { $count ->
    [one] { $count } más es de año desconocido y no se muestra.
   *[other] { $count } más son de año desconocido y no se muestran.
  }
timeline_skip = Saltar la imagen
timeline_small = Temas por año, de { $first } a { $last }: cuanto más lleno un año, más grande su punto
timeline_more = Toda la crónica en una imagen
lane_other = Otros temas

# Una declaración
occasion = Ocasión
place = Lugar
audience = Público
attributed_as = nombre que da la fuente:
today_called = hoy:
original_language = Idioma original:
translator = Traducción:
this_statement = esta declaración
withdrawn_title = Retirada
withdrawn_on = Retirada:
withdrawn_explained = La entrada permanece en su dirección; su texto se ha eliminado.
corrections_title = Correcciones
context_title = Nota de la redacción
cite_this = citar
quotation_in_source = en el texto de la fuente
footnotes = Notas
back_to_text = Volver al texto
table = Tabla { $number }
table_of_note = Tabla { $number } de la nota de la redacción
table_of_foot = Tabla { $number } al pie de la página
chain_title = Dicho antes, dicho de nuevo
relations_title = Declaraciones relacionadas
chains_title = Declaraciones reiteradas
gap = { $years ->
    [0] {""}
    [one] { $years } año
   *[other] { $years } años
  }{ $months ->
    [0] {""}
   *[other] { $years ->
        [0] {""}
       *[other] {" "}
      }{ $months ->
        [one] { $months } mes
       *[other] { $months } meses
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
        [one] { $days } día
       *[other] { $days } días
      }
  }
gap_later = { gap } después
gap_apart = con { gap } de diferencia
gap_same_day = el mismo día
gap_same_month = el mismo mes
gap_same_year = el mismo año
position_title = Posición a lo largo del tiempo
position_of = Posición a lo largo del tiempo: { $subject }
position_link = Posición a lo largo del tiempo: citas por orden de fecha
position_note = Lo que se cita sobre este tema, palabra por palabra como en sus fuentes, por orden de fecha. Se omiten las citas que no se encontraron en un texto conservado de su fuente.
position_speakers = De quién son las palabras
position_next = siguiente
position_gap = No hay nada registrado.
position_gap_statements = { $count ->
    [one] Hay { $count } declaración registrada, sin una cita así.
   *[other] Hay { $count } declaraciones registradas, ninguna con una cita así.
  }
quotations_count = { $count ->
    [one] { $count } cita
    [many] { $count } de citas
   *[other] { $count } citas
  }
more_quotations = { $count ->
    [one] { $count } cita más de esta declaración
   *[other] { $count } citas más de esta declaración
  }
in_its_statement = en su declaración
whole_quotation = La cita entera
wordings_note = Las citas más parecidas están una junto a otra; cuanto más larga la línea, más tiempo hay entre ellas. Marcado:
wordings_gone = solo en la redacción anterior,
wordings_new = solo en la posterior.
words_gone = solo antes:
words_new = solo después:
wordings_same = Iguales palabra por palabra.
wordings_unlike = Las redacciones tienen poco en común; no se marcan las diferencias.
wordings_too_long = Demasiado largas para compararlas palabra por palabra.
wordings_languages = En idiomas distintos; no se comparan.
wordings_nothing_before = La declaración anterior no tiene ninguna cita con la que comparar esta.
wordings_no_quotation = No hay ninguna cita registrada.
wordings_not_own = Traducción o resumen: no son las palabras mismas de quien habló y no se comparan.
wordings_withdrawn = Retirada; sus palabras ya no se muestran.
gap_cut = (dibujado más corto de lo que es)
sources_title = Fuentes
source_untitled = Fuente sin título
source_archived = copia archivada
source_accessed = consultado
source_kept = texto conservado por la crónica
source_no_address = no consta ninguna dirección
subjects_title = Materias
cite_title = Citar esta entrada
cite_source = Fuente:
cite_file = Referencia en formato { $format }
cite_style = Estilo
cite_plain = Simple
cite_chicago = Chicago
cite_apa = APA
cite_mla = MLA
cite_quotations = Citar unas palabras
cite_two = { $first } y { $last }
cite_many = { $first } y { $last }
cite_ampersand = { $first } y { $last }
cite_et_al = { $first } et al.
cite_et_al_inverted = { $first } et al.
copy_citation = Copiar la referencia
copy_address = Copiar la dirección
copy_quotation = copiar
copy_quotation_cited = copiar con la referencia
copy_done = Copiado.
copy_failed = No se pudo copiar: seleccione el texto y cópielo con el teclado o con el menú de su navegador.
format_markdown = Texto fuente en Markdown
formats = Otras formas
seq_title = Antes y después
seq_chronicle = En la crónica
earlier = Antes:
later = Después:
no_earlier = no consta ninguna entrada anterior
no_later = no consta ninguna entrada posterior
permalink = Dirección permanente
history_title = Historial
first_published = Publicada por primera vez
file_history = Historial del archivo
revision = Revisión

# Tipo de registro
fidelity_title = Tipos de registro
record_kind = Registro
fidelity_verbatim = Transcripción literal, publicada por { $publisher }
fidelity_verbatim_nobody = Transcripción literal
fidelity_official-translation = Traducción oficial, publicada por { $publisher }
fidelity_official-translation_nobody = Traducción oficial
fidelity_translation = Traducción de palabras publicadas por { $publisher }; no es una traducción oficial
fidelity_translation_nobody = Traducción; no oficial
fidelity_summary = Resumen de { $publisher }; no es una transcripción
fidelity_summary_nobody = Resumen; no es una transcripción
fidelity_reported = Según { $publisher }; no es una transcripción
fidelity_reported_nobody = Palabras referidas; no es una transcripción
fidelity_short_verbatim = Literal
fidelity_short_official-translation = Traducción oficial
fidelity_short_translation = Traducción
fidelity_short_summary = Resumen
fidelity_short_reported = Referido

kind_remarks = Palabras
kind_speech = Discurso
kind_interview = Entrevista
kind_press-conference = Conferencia de prensa
kind_parliament = Declaración en el parlamento
kind_article = Artículo
kind_letter = Carta
kind_joint-statement = Declaración conjunta
kind_communique = Comunicado
kind_post = Publicación

source_kind_official-transcript = transcripción oficial
source_kind_official-release = comunicado oficial
source_kind_video = vídeo
source_kind_agency = agencia de noticias
source_kind_press = prensa
source_kind_book = libro
source_kind_archive = archivo

relation_reiterates = Reitera
relation_reiterated_by = Reiterada en
relation_responds_to = Responde a
relation_responded_to_by = Respondida en
relation_cites = Cita
relation_cited_by = Citada en
relation_updates = Actualiza
relation_updated_by = Actualizada en
relation_departs_from = Se aparta de
relation_departed_from_by = Se aparta de ella
asserted_by_speaker = en palabras de quien habla
asserted_by_source = según la fuente
asserted_by_editor = anotado por la redacción

change_published = Añadida
change_correction = Corrección
change_clarification = Aclaración
change_addition = Adición
change_withdrawal = Retirada

# Registros de autoridad
topic = Tema
person = Persona
organization = Organización
country = País
name = Nombre
names = Nombres
people_title = Personas
office = Cargo
offices = Cargos desempeñados
offices_and_statements = Cargos desempeñados y declaraciones
offices_caption = Una franja bajo los años muestra cuándo se desempeñó un cargo. Es pálida donde la crónica no tiene certeza, y llega hasta el último año cuando no consta el final.
no_end_recorded = no consta el final
officers = Titulares de cargos
recorded = Recogidas
also_called = También llamado
also_written = También escrito
formerly = antes
broader = Más general
narrower = Más específico
related = Relacionado
same_as = Igual a
usage = Uso
parent = Parte de
coordinates = Coordenadas
host = Anfitrión
participants = Participantes
series = Serie

# La crónica sobre sí misma
changes_note = Lo que entró en la crónica, se corrigió o se retiró, lo más reciente primero.
changes_unknown = Las declaraciones cuyo día de publicación no se anotó no figuran entre las añadidas.
changes_of = { $subject }: cambios
no_changes = No se ha anotado ningún cambio.
corrections_note = Lo que se cambió en la crónica después de publicarse, lo más reciente primero.
no_corrections = No consta ninguna corrección.
publisher_unknown = No consta quién lo publicó
source_of = Fuente de
sources_count = { $total ->
    [one] { $total } fuente.
    [many] { $total } de fuentes.
   *[other] { $total } fuentes.
  }
sources_listed_of = Aquí figuran las fuentes más recientes ({ $listed } de { $total }).
source_text = Texto de la fuente
source_text_title = { $title } (texto de la fuente)
source_text_note = Copia de lo que dice la fuente, conservada para comprobar las citas palabra por palabra. Las palabras marcadas se citan en declaraciones de esta crónica; un número lleva a la cita.
source_text_rights = El texto es de quien lo publicó y no está bajo la licencia de esta crónica.
source_text_original = Publicado en
source_text_archived = Copia archivada
source_text_kind = Tipo
source_text_language = Idioma
source_text_statements = Declaraciones de este texto
source_text_listed_of = Aquí figuran { $listed } de { $total } declaraciones de este texto.
source_text_unmarked = { $count ->
    [one] { $count } cita más de estas palabras no está marcada.
   *[other] { $count } citas más de estas palabras no están marcadas.
  }
source_text_parts = Partes del texto
coverage_note = Lo que contiene esta crónica, y dónde no contiene nada. Un vacío dice algo de la crónica y nada de quienes hablaron.
totals = En total
empty_years = Años sin entradas
empty_years_note = No consta ninguna entrada de estos años. Bien puede haberse dicho algo.
no_empty_years = Todos los años, del primero al último, tienen una entrada.

not_found_title = No hay ninguna página en esta dirección
not_found_text = Las direcciones de esta crónica no cambian, así que el enlace que llevó aquí puede estar mal escrito. Quitando el final de la dirección siempre se llega a una página.
redirect_title = Esta entrada se ha trasladado
redirect_text = Ahora está en

# Fechas. Of `$date` it is said whether it is a `day`, a `month`, a `year` or else.
date_approximate = { $precision ->
    [day] hacia el { $date }
   *[other] hacia { $date }
  }
date_uncertain = { $date } (incierto)
date_uncertain_approximate = { $precision ->
    [day] hacia el { $date } (incierto)
   *[other] hacia { $date } (incierto)
  }
date_interval = { $from }{"\u00A0"}– { $to }
date_open_end = { $from } y después
date_open_start = { $to } y antes
date_unknown_end = { $from } – ?
date_unknown_start = ? – { $to }
date_unspecified = entre { $from } y { $to }
season_spring = primavera de { $year }
season_summer = verano de { $year }
season_autumn = otoño de { $year }
season_winter = invierno de { $year }
day_month = { $day } de { $month }
quotations_checked = Citas comprobadas palabra por palabra con «{ $source }».

# Búsqueda
nav_search = Búsqueda
search_within = Buscar en
search_title = Búsqueda
search_label = Palabras en declaraciones, nombres y títulos
search_submit = Buscar
search_help = Deben aparecer todas las palabras. Las «palabras entre comillas» deben ir juntas.
search_completions = Palabras que empiezan así
search_no_script = La búsqueda necesita un script, y este navegador no ejecuta ninguno. Los enlaces de arriba también llevan a todas las declaraciones.
search_found = Declaraciones encontradas: { $n }
search_about = Declaraciones encontradas: unas { $n }; cada página se comprueba cuando se muestra
search_none = No se encontró ninguna declaración
search_failed = No se pudo leer el índice de búsqueda. Quizá esté cambiando ahora mismo: inténtelo de nuevo dentro de un minuto.
search_common = No se buscó, porque casi todos los textos lo tienen: { $x }
search_budget = No se buscó, porque el resto ya dice bastante: { $x }
search_unknown = Ninguna declaración tiene { $x }.
search_dropped = Ninguna declaración tiene todo esto; se omitió: { $x }
search_taken = Nadie usó { $x }; se buscó en su lugar: { $y }
search_some = De las palabras que empiezan por { $x } solo se buscaron las más frecuentes.
search_instead = Parecidas:
search_more = Las { $n }
search_left_out = No figuran, con menos declaraciones: { $n }
search_remove = Quitar { $x }
search_page = página { $n } de { $x }
search_relevant = Las más pertinentes
search_newest = Las más recientes primero
search_narrow = Acotar
search_from = de
search_to = a
search_names = Nombres en la crónica
search_summary = Resumen:
search_speaker = Quién habla
search_kind = Tipo
search_language = Idioma

# El formulario para contribuir
nav_contribute = Contribuir
contribute_title = Proponer una declaración
contribute_lede = Lo que alguien dijo en una ocasión, tomado de una fuente que otros pueden consultar. Este formulario hace el archivo; { $host } lo recibe como propuesta, y la redacción lo revisa. No hace falta ningún otro programa.
contribute_no_script = El formulario necesita un script, que aquí no se ejecuta. Hay otras maneras:
contribute_statement = La declaración
contribute_headline = Titular
contribute_headline_hint = Neutral, con sus propias palabras; 120 caracteres como máximo.
contribute_date = Fecha
contribute_date_hint = Cuándo se dijo: 2006-02-02, 2006-02 o 2006. Incierto: 2006-02-02?. Aproximado: 2006-02~. De un día a otro: 2006-02-01/2006-02-03.
contribute_speakers = Quiénes hablan
contribute_speaker = Quién habla
contribute_speakers_hint = Una persona, o bien una organización o un país que habla como uno solo. Elija entre lo que se ofrece, o escriba un nombre o un identificador.
contribute_topics_hint = De qué se trataba: un tema por lo menos.
contribute_fidelity = Tipo de registro
contribute_fidelity_hint = Cómo le llegaron las palabras.
contribute_kind_hint = Qué se hizo allí.
contribute_choose = Elegir
contribute_text = El texto
contribute_text_hint = Sus propias palabras dicen qué se dijo, a quién y en qué ocasión, sin tomar partido. Una cita son las palabras pronunciadas, exactamente como están en la fuente. Una línea vacía empieza un párrafo.
contribute_own = Sus propias palabras, neutrales
contribute_quotation = Una cita: lo dicho, palabra por palabra
contribute_by = De quién son estas palabras
contribute_by_all = De todos, en conjunto
contribute_sources_hint = Dónde pueden consultarlo otros: una dirección, o un título y quién lo publicó.
contribute_source = Fuente
contribute_source_url = Dirección
contribute_source_title = Título, como está impreso
contribute_source_publisher = Publicado por
contribute_source_date = Publicado el
contribute_source_archived = Dirección de una copia archivada
contribute_more = Más
contribute_more_hint = Ocasión, lugar, público, idiomas
contribute_countries = Países de los que se trataba
contribute_organizations = Organizaciones de las que se trataba
contribute_attributed_as = Nombre de quien habla, como lo imprime la fuente
contribute_summary = Resumen en una o dos frases propias
contribute_language = Idioma del texto: su código
contribute_original_language = De una traducción: el idioma hablado
contribute_translator = De una traducción: quién la hizo
contribute_add = Añadir otro
contribute_add_speaker = Añadir a quien habla
contribute_add_topic = Añadir un tema
contribute_add_own = Añadir palabras propias
contribute_add_quotation = Añadir una cita
contribute_add_source = Añadir una fuente
contribute_remove = Quitar
contribute_make = Hacer el archivo
contribute_file = El archivo
contribute_path = Su lugar en el repositorio
contribute_file_text = Lo que dice
contribute_copy = Copiar el texto
contribute_save = Descargar el archivo
contribute_open_new = Abrir el formulario de un archivo nuevo en { $host }
contribute_open_edit = Abrir el archivo en { $host }
contribute_way_filled = { $host } se abre en una pestaña nueva, con el archivo ya relleno. Identifíquese allí o cree una cuenta; después guarde el archivo como propuesta y envíe la solicitud que se le ofrece.
contribute_way_long = El texto es demasiado largo para una dirección: cópielo primero. { $host } se abre en una pestaña nueva, con un formulario vacío: pegue el texto, guarde el archivo como propuesta y envíe la solicitud que se le ofrece.
contribute_way_copy = { $host } toma de aquí el nombre del archivo, pero no su texto: cópielo primero. Después péguelo en el formulario que se abre en una pestaña nueva, guarde el archivo como propuesta y envíe la solicitud que se le ofrece.
contribute_way_edit = Copie primero el texto. { $host } abre el archivo en una pestaña nueva: ponga el texto nuevo en el lugar del antiguo, guárdelo como propuesta y envíe la solicitud que se le ofrece.
contribute_way_fork = Si { $host } dice que esa página no existe, necesita primero una copia propia del repositorio: ábralo allí, pulse «Fork» y añada el archivo a su copia.
contribute_copied = Copiado.
contribute_selected = El texto está seleccionado: cópielo con el teclado o con el menú de su navegador.
contribute_faults = Por corregir: { $n }
contribute_fault_required = Esto hace falta.
contribute_fault_long = Tiene más de 120 caracteres.
contribute_fault_date = No es una fecha en ninguna de las formas de arriba, o ese día no existe.
contribute_fault_future = Ese día aún no ha llegado.
contribute_fault_before = La fuente se publicó antes de que se dijeran las palabras: una de las dos fechas es errónea.
contribute_fault_address = Escriba la dirección completa: https://…
contribute_fault_source = Una fuente necesita una dirección, o un título y quién la publicó.
contribute_fault_language = Escriba el código del idioma, como en, pt-BR o zh-Hant.
contribute_fault_country = Ningún país tiene ese nombre o código.
contribute_fault_words = Una cita necesita palabras.
contribute_fault_namesake = Dos de quienes hablan tienen ese nombre: elija a todos y diga con sus propias palabras de quién son estas.
contribute_fault_same = Aún no se ha cambiado nada.
contribute_fault_matter = Faltan las líneas entre los dos --- del principio: deben quedar.
contribute_fault_list = Las correcciones de este archivo no están escritas como una lista con una línea para cada una: añada la suya a mano en el repositorio.
contribute_fault_name = El nombre solo tiene letras latinas minúsculas, cifras y guiones sueltos, y está debajo de content/statements/.
contribute_note_unknown = «{ $x }» no está entre los nombres que se ofrecen. Si es otro nombre recogido, todo está bien; si no, la redacción debe recogerlo primero: diga en su propuesta quién o qué es.
contribute_note_unseen = Se quitaron caracteres invisibles: { $x }
contribute_note_mixed = «{ $x }» tiene letras parecidas de dos alfabetos: escríbalo de nuevo.
contribute_unread = No se pudieron leer los nombres de la crónica: escríbalos, o sus identificadores.
contribute_left_out = No se ofrecen todos; pueden escribirse los identificadores de los demás: { $x }
contribute_correct = Proponer una corrección
contribute_correct_lede = Este es el archivo de la declaración, tal como se publicó por última vez. Cambie lo que esté mal y diga qué cambió y por qué. La redacción lo revisa.
contribute_correct_file = La entrada
contribute_correct_text = El archivo
contribute_correct_hint = Entre las dos líneas --- están sus claves. Las líneas que empiezan por > son las palabras pronunciadas, exactamente como están en la fuente.
contribute_correct_note = Qué se cambió y por qué
contribute_correct_note_hint = Los lectores lo ven en la lista de correcciones.
contribute_correct_older = Esto es lo que se publicó, y puede ser más antiguo que el archivo del repositorio: mire allí si ya está corregido.
contribute_gone = Esa declaración no existe, o no se pudo leer su archivo.
contribute_withdrawn = Esta declaración se retiró: su texto no está publicado, así que no puede cambiarse aquí.
contribute_other = Otras maneras
contribute_other_file = Escribir el archivo a mano, en el repositorio.
contribute_other_tell = Decírselo a la redacción, que puede añadirlo.
contribute_other_git = Con git: el repositorio dice cómo en CONTRIBUTING.md.

# Lo que una página dice de sí misma a los buscadores y junto a enlaces de otros sitios.
open_graph_locale = es_ES
description_listed = { $title }: { $statements }, { $years }. { $more }
description_undated = { $title }: { $statements }. { $more }
description_statement = { $speakers }, { $date }: { $title }
description_withdrawn = Retirada ({ $date }): { $title }. { $reason }
description_source_text = El texto conservado de «{ $title }», con las palabras marcadas que se citan en declaraciones de esta crónica.
search_description = Búsqueda en el texto completo de todas las declaraciones, por palabras, personas, temas, años y tipos de registro

# La página de los datos
data_note = Toda la crónica en archivos para llevarse, hechos con el sitio y siempre en el mismo estado.
data_statements = Declaraciones, para hojas de cálculo
data_statement_lines = Declaraciones, una línea de JSON cada una
data_quotations = Citas
data_relations = Relaciones entre declaraciones
data_people = Personas
data_organizations = Organizaciones
data_topics = Temas, como tesauro
data_references = Referencias de todas las declaraciones
data_rows = { $count ->
    [one] { $count } fila
    [many] { $count } de filas
   *[other] { $count } filas
}
data_columns = Qué significan las columnas
data_column = Columna
data_type = Tipo
data_meaning = Significado
data_reading = Leerlos y citarlos
data_safe = Los archivos son UTF-8. En las tablas, varios valores de una celda se separan con «; », y una celda que se tomaría por una fórmula empieza con un apóstrofo.
data_package = describe todos los archivos para programas (Frictionless Data Package)
data_checksums = sumas de verificación de todos los archivos (sha256sum --check)
data_citation = dice cómo se cita el conjunto
