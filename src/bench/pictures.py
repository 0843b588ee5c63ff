"""Draws one 1200 x 1200 meme with memenem, Pillow and ImageMagick, in turn, and prints ratios.

    python3 src/bench/pictures.py CLASSPATH [ROUNDS]

CLASSPATH holds memenem's classes and jackson-core. Pillow is taken from the interpreter named by
PILLOW_PYTHON, else from this one; ImageMagick is `convert`. Cold is a whole process, warm is
pictures a second of one thread's processor time. Everybody reads the same JPEG, uses the same font, draws two
captions with an outline and writes the same format.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FONT = os.path.join(HERE, "../../target/fonts/dev/memenem/picture/fonts/LeagueGothic.ttf")
PYTHON = os.environ.get("PILLOW_PYTHON", sys.executable)
LINES = ["WHEN THE BUILD IS GREEN", "AND NOBODY KNOWS\nWHY IT WAS RED"]

PILLOW = """
import sys, time
from PIL import Image, ImageDraw, ImageFont
blank, out, font, pictures = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
def draw():
    image = Image.open(blank).convert("RGB")
    pen = ImageDraw.Draw(image)
    face = ImageFont.truetype(font, 150)
    for text, y, anchor in ((%r, 40, "ma"), (%r, 1160, "md")):
        pen.multiline_text((600, y), text, font=face, fill="white", stroke_width=8,
                           stroke_fill="black", anchor=anchor, align="center")
    image.save(out, quality=90)
draw()
if pictures:
    start = time.thread_time()
    for _ in range(pictures): draw()
    print("%%.2f" %% (pictures / (time.thread_time() - start)))
""" % tuple(LINES)


def magick(blank, out):
    command = ["convert", blank, "-font", FONT, "-pointsize", "150", "-quality", "90"]
    if out.endswith("png"):
        command = command[:-2]
    for text, side in zip(LINES, ("north", "south")):
        for stroke in (["-stroke", "black", "-strokewidth", "16"], ["-stroke", "none"]):
            command += ["-gravity", side, "-fill", "white", *stroke, "-annotate", "+0+40", text]
    return command + [out]


def timed(command):
    """Milliseconds of wall clock and of processor: the second says more on a busy machine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall * 1000, used * 1000


def main():
    classpath, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as work:
        blank = os.path.join(work, "blank.jpg")
        subprocess.run(["convert", "-size", "1200x1200", "-seed", "1", "plasma:fractal",
                        "-blur", "0x1", "-quality", "90", blank], check=True)
        subprocess.run(["javac", "-cp", classpath, "-d", work,
                        os.path.join(HERE, "java/dev/memenem/picture/OneMeme.java")], check=True)
        jar = os.path.join(work, "bench.jar")
        jars = [jar]
        for i, part in enumerate(classpath.split(":")):
            if os.path.isdir(part):
                packed = os.path.join(work, "classes%d.jar" % i)
                subprocess.run(["jar", "--create", "--file", packed, "-C", part, "."], check=True)
                part = packed
            jars.append(part)
        subprocess.run(["jar", "--create", "--file", jar, "-C", work, "dev"], check=True)
        archive = os.path.join(work, "app.jsa")
        java = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djava.awt.headless=true", "-cp", ":".join(jars)]
        png, jpg = os.path.join(work, "out.png"), os.path.join(work, "out.jpg")
        subprocess.run(java + ["-XX:ArchiveClassesAtExit=" + archive, "dev.memenem.picture.OneMeme", blank, png],
                       check=True, stderr=subprocess.DEVNULL)
        java.insert(1, "-XX:SharedArchiveFile=" + archive)
        for out in (png, jpg):
            cold = {
                "memenem": java + ["dev.memenem.picture.OneMeme", blank, out],
                "Pillow": [PYTHON, "-c", PILLOW, blank, out, FONT, "0"],
                "ImageMagick": magick(blank, out),
            }
            times = {name: [] for name in cold}
            sizes = {}
            for _ in range(rounds):
                for name, command in cold.items():
                    times[name].append(timed(command))
                    sizes[name] = os.path.getsize(out)
            for i, what in enumerate(("wall", "cpu")):
                show("cold, %s, ms %s" % (out[-3:], what),
                     {n: statistics.median(t[i] for t in all) for n, all in times.items()})
            show("size, %s, kB" % out[-3:], {n: s / 1000 for n, s in sizes.items()})
            warm = ["java", "-XX:+UseSerialGC", "-Xmx256m", "-Djava.awt.headless=true", "-cp",
                    ":".join(jars), "dev.memenem.picture.OneMeme", blank, out, "60"]
            rates = {"memenem": [], "Pillow": []}
            for _ in range(max(2, rounds // 3)):
                rates["memenem"].append(rate(warm))
                rates["Pillow"].append(rate([PYTHON, "-c", PILLOW, blank, out, FONT, "15"]))
            show("warm, %s, pictures/s" % out[-3:],
                 {n: statistics.median(r) for n, r in rates.items()})


def rate(command):
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def show(what, values):
    own = values["memenem"]
    print("%-24s" % what, "  ".join(
        "%s %.1f (%.2f)" % (name, value, own / value) for name, value in values.items()))


if __name__ == "__main__":
    main()
