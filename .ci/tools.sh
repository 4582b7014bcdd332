# Installs what the scripts beside this file check with: each function prints the folder of one tool. Everything is
# installed below `target/ci`, once for each state of the file that names it, and only if it has the hash that stands there.

tools_here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# The folder for a tool, which is named after what its files say.
tool_folder() {
    local name=$1 tools=${CARGO_TARGET_DIR:-$tools_here/../target}/ci
    shift
    mkdir -p "$tools"
    echo "$(cd "$tools" && pwd)/$name-$(cat "$@" | cksum | cut -d " " -f 1)"
}

# A Python environment with what `.ci/requirements/NAME.txt` names. Only wheels are taken: a source package would run code
# while it is built, with packages that no hash is known of. `pip-compile --generate-hashes --strip-extras --no-header
# --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-options` makes that file of `NAME.in`.
python_tool() {
    # A function in `$(…)` does not have it from the script.
    set -e
    local file=$tools_here/requirements/$1.txt folder
    folder=$(tool_folder "$1" "$file")
    if [ ! -e "$folder/ready" ]; then
        rm -rf "$folder"
        python3 -m venv "$folder"
        "$folder/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
            --requirement "$file" </dev/null >&2
        touch "$folder/ready"
    fi
    echo "$folder"
}

# A folder with the packages of npm that `.ci/npm/NAME/package-lock.json` names; none of their scripts is run.
node_tool() {
    set -e
    local from=$tools_here/npm/$1 folder
    folder=$(tool_folder "$1" "$from/package.json" "$from/package-lock.json")
    if [ ! -e "$folder/ready" ]; then
        rm -rf "$folder"
        mkdir "$folder"
        cp "$from/package.json" "$from/package-lock.json" "$folder/"
        npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent </dev/null >&2
        touch "$folder/ready"
    fi
    echo "$folder"
}

# Ends the script where a program is missing that cannot be installed here.
needs() {
    local program
    for program in "$@"; do
        command -v "$program" >/dev/null || { echo "$0 needs $program" >&2; exit 2; }
    done
}
