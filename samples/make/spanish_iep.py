"""A sound plan in Spanish translation, with Spanish headings and dates."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kit import Pen, box, sample, style
from sheet import ALL, Sheet
from truth import Truth

BODY = style(size=10.5)


def write(pen: Pen) -> tuple[Truth, list[Flowable]]:
    t = Truth(
        "A sound plan translated into Spanish. What the program cannot read it must say; it may not call it missing.",
        "iep",
    )
    t.student = {"name": "Lucía Montaño", "birth_date": "2016-09-08", "grade": "4"}
    t.dates = {
        "meeting": "2025-12-10",
        "start": "2025-12-15",
        "end": "2026-12-09",
        "annual_review": "2026-12-09",
        "evaluation": "2024-11-20",
    }
    t.facts["language"] = "es"
    s = Sheet(pen, t, "Helvetica", 10.5)
    s.title("Programa de Educación Individualizado (IEP)", "Distrito Escolar Valle del Sauce")
    s.h("I. Información del estudiante", "demographics")
    s.table(
        [
            ("Nombre del estudiante: Lucía Montaño", "Fecha de nacimiento: 09/08/2016"),
            ("Grado: 4", "Escuela: Primaria Río Manso"),
            ("Fecha de la reunión del equipo del IEP: 12/10/2025", "Fecha de implementación del IEP: 12/15/2025"),
            ("Fecha de terminación del IEP: 12/09/2026", "Próxima revisión anual: 12/09/2026"),
            ("Fecha de la evaluación más reciente: 11/20/2024", "Discapacidad: problema específico de aprendizaje"),
        ],
        (0.5, 0.5),
        head=False,
    )
    s.h("II. Firmas del equipo del IEP", "team")
    s.table(
        [
            ("Rol", "Nombre con letra de imprenta"),
            ("Madre", "Rosalba Montaño"),
            ("Maestra de educación regular", "Audrey Finn"),
            ("Maestro de educación especial", "Julio Cantú"),
            ("Representante de la agencia local de educación (LEA)", "Miriam Stokes"),
            ("Psicóloga escolar (resultados de la evaluación)", "Dra. Elisa Prado"),
        ],
        (0.6, 0.4),
    )
    s.h("III. Niveles actuales de desempeño académico y funcional", "present-levels")
    s.p(
        "<b>Lectura:</b> En octubre de 2025 Lucía leyó 61 palabras correctas por minuto en un texto de cuarto grado (meta de otoño: 94) con 90 % de precisión. Contestó 4 de 10 preguntas sobre el texto leído por ella y 8 de 10 sobre un texto que escuchó.",
        "<b>Escritura:</b> Escribe 4 oraciones completas en 20 minutos; 55 % de las palabras están bien escritas (muestras de septiembre y octubre de 2025).",
        "<b>Matemáticas:</b> Percentil 49 en la prueba de otoño de 2025; no es un área de necesidad.",
        "<b>Desempeño funcional:</b> Lucía sigue las rutinas, trabaja bien con compañeros y pide ayuda en 9 de 10 ocasiones. Su motricidad, su comunicación oral y su cuidado personal corresponden a su edad.",
    )
    s.h("IV. Cómo la discapacidad afecta la participación y el progreso en el currículo general", "impact")
    s.p(
        "A causa de su problema de lectura, Lucía lee despacio y no termina los textos de ciencias y de estudios sociales de cuarto grado. Sus respuestas escritas son breves y no muestran lo que sabe."
    )
    s.h("V. Fortalezas del estudiante", "strengths")
    s.p("Lucía cuenta historias con muchos detalles, ayuda a sus compañeros y le gustan los animales y el dibujo.")
    s.h("VI. Preocupaciones de los padres", "parent-concerns")
    s.p(
        "La señora Montaño desea que Lucía lea sola los libros de la biblioteca y pide actividades para practicar en casa en español y en inglés."
    )
    s.h("VII. Factores especiales", "special-factors")
    s.table(
        [
            ("Factor", "Sí", "No", "Decisión"),
            ("Conducta que impide el aprendizaje", box(False), box(True), "No hay incidentes."),
            (
                "Dominio limitado del inglés",
                box(True),
                box(False),
                "Nivel 3.9 de 6 (enero de 2025). 30 minutos diarios de desarrollo del inglés; vocabulario con imágenes en la meta 2.",
            ),
            ("Ciega o con impedimento visual", box(False), box(True), "Examen de la vista de 09/2025: normal."),
            ("Sorda o con dificultades auditivas", box(False), box(True), "Examen de audición de 09/2025: normal."),
            (
                "Necesidades de comunicación",
                box(False),
                box(True),
                "Comunicación oral apropiada en español y en inglés.",
            ),
            (
                "Tecnología de asistencia",
                box(True),
                box(False),
                "Lectura en voz alta en la tableta para textos de más de una página.",
            ),
        ],
        (0.34, 0.07, 0.07, 0.52),
    )
    s.page()
    s.h("VIII. Metas anuales medibles", "annual-goals")
    s.goal(
        "Meta 1.",
        "Para el 9 de diciembre de 2026, dado un texto de cuarto grado no practicado, Lucía leerá en voz alta 95 palabras correctas por minuto con 96 % de precisión en 3 pruebas semanales consecutivas.",
        "reading",
        ALL,
        ("Nivel actual", "61 palabras correctas por minuto (octubre de 2025)"),
        (
            "Cómo se medirá el progreso",
            "prueba semanal de lectura de un minuto, a cargo del maestro de educación especial",
        ),
        baseline="61 palabras correctas por minuto (octubre de 2025)",
        method="prueba semanal de lectura de un minuto, a cargo del maestro de educación especial",
    )
    s.goal(
        "Meta 2.",
        "Para el 9 de diciembre de 2026, dado un organizador gráfico con imágenes, Lucía escribirá un párrafo de 7 oraciones completas que obtenga 3 de 4 puntos en la rúbrica del distrito en 4 de 5 muestras.",
        "writing",
        ALL,
        ("Nivel actual", "4 oraciones y 1.5 puntos (octubre de 2025)"),
        (
            "Cómo se medirá el progreso",
            "muestras de escritura calificadas con la rúbrica dos veces al mes por el maestro de educación especial",
        ),
        baseline="4 oraciones y 1.5 puntos (octubre de 2025)",
        method="muestras de escritura calificadas con la rúbrica dos veces al mes por el maestro de educación especial",
    )
    s.h("IX. Informes de progreso", "progress-schedule")
    s.p("Los padres recibirán informes de progreso por escrito cada trimestre, junto con la boleta de calificaciones.")
    s.h("X. Educación especial y servicios relacionados", "special-education")
    dates = {"start": "2025-12-15", "end": "2026-12-09"}
    s.services(
        ("Servicio", "Cantidad", "Frecuencia", "Ubicación", "Comienzo", "Fin"),
        [
            (
                dict(name="Instrucción especializada en lectura", minutes=225, frequency="5 veces por semana", location="Salón de recursos", **dates),
                ("Instrucción especializada en lectura", "45 minutos", "5 veces por semana", "Salón de recursos", "12/15/2025", "12/09/2026"),
            ),
            (
                dict(name="Instrucción especializada en escritura", minutes=60, frequency="2 veces por semana", location="Salón de educación regular", **dates),
                ("Instrucción especializada en escritura", "30 minutos", "2 veces por semana", "Salón de educación regular", "12/15/2025", "12/09/2026"),
            ),
        ],
        (0.27, 0.13, 0.17, 0.17, 0.13, 0.13),
    )  # fmt: skip
    s.h("XI. Ayudas y servicios suplementarios, adaptaciones y modificaciones del programa", "supplementary-aids")
    s.bullets(
        "Lectura en voz alta en la tableta para textos de más de una página, todos los días, en ciencias y estudios sociales.",
        "Tiempo y medio en exámenes escritos, en todas las clases.",
        "Glosario con imágenes y palabras en español, todos los días, en todas las clases.",
        accommodations=True,
    )
    s.p("Del 12/15/2025 al 12/09/2026, en el salón de educación regular.")
    s.page()
    s.h("XII. Apoyos para el personal de la escuela", "personnel-supports")
    s.p(
        "El maestro de educación especial y la maestra de inglés como segundo idioma planifican juntos 20 minutos por semana."
    )
    s.h("XIII. Participación en los exámenes del estado y del distrito", "assessment")
    s.p(
        "Exámenes estatales de lectura y matemáticas de cuarto grado: tiempo y medio, grupo de no más de 8 estudiantes, lectura en voz alta de las preguntas de matemáticas. Prueba del distrito: sin adaptaciones."
    )
    s.h("XIV. Ambiente menos restrictivo", "nonparticipation")
    s.p(
        "Lucía estará fuera del salón regular 225 de 1,800 minutos por semana (13 %), para lectura. Participa con los niños sin discapacidades en todas las demás clases, el almuerzo, el recreo, el coro y las excursiones.",
        "Se probó la instrucción de lectura dentro del salón de agosto a octubre de 2025: Lucía leyó en voz baja o calló en 14 de 20 turnos porque otros escuchaban, y no avanzó (60 y 61 palabras por minuto). En el salón de recursos leyó en todos los turnos.",
    )
    s.h("XV. Año escolar extendido", "esy")
    s.p(
        "No lo necesita. Después del verano de 2025 recuperó su nivel de junio en dos semanas, igual que sus compañeros."
    )
    t.decided("english-learner", "assistive-technology")
    t.trap("*", "document", "every component is there, in Spanish; a rule of level required or gap is wrong")
    return s.done()


def furniture(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFont("Helvetica", 8.5)
    canvas.drawString(54, 30, "Lucía Montaño - IEP")
    canvas.drawRightString(558, 30, f"Página {page} de {pages}")


def make() -> dict[str, bytes]:
    return sample(
        "spanish-iep", write, BODY, furniture, title="Programa de Educación Individualizado", margins=(54, 50, 54, 54)
    )
