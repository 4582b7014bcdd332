#!/bin/sh
# Installs the program `chronicle`: the release for this system, if its checksum is right and its attestation says that the
# release workflow of the repository built it. Where there is no release for this system, the program is built from the
# source of the same tag, for which Rust and a C compiler are needed.
#
#   install.sh FOLDER
#
# CHRONICLE_REPOSITORY is the address of the program's repository, and CHRONICLE_VERSION the tag of the version. `gh` verifies
# the attestation, with a token of GitHub in GH_TOKEN. CHRONICLE_ATTESTATION=skip goes without: then the checksum says
# that the file arrived whole, and nothing who made it.
set -eu

repository=${CHRONICLE_REPOSITORY:-}
version=${CHRONICLE_VERSION:-}
attestation=${CHRONICLE_ATTESTATION:-required}

fail() {
    echo "install-chronicle: $1" >&2
    exit 2
}

[ $# -eq 1 ] || fail "name the folder to install into"
folder=$1
[ -n "$repository" ] || fail "CHRONICLE_REPOSITORY is not set: fill in the address of the repository of the program"
[ -n "$version" ] || fail "CHRONICLE_VERSION is not set: name a version by its tag, such as v1.2.3"
case $repository in
    https://*) ;;
    *) fail "the repository is not named by an https address: $repository" ;;
esac
case $version in
    *[!A-Za-z0-9.+_-]* | -*) fail "not the tag of a version: $version" ;;
esac
case $attestation in
    required | skip) ;;
    *) fail "CHRONICLE_ATTESTATION is either \`required\` or \`skip\`, and not: $attestation" ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder"

# The system, as releases are named after it; nothing where there are none for it.
target() {
    case "$(uname -s) $(uname -m)" in
        "Linux x86_64") echo x86_64-unknown-linux-musl ;;
        "Linux aarch64" | "Linux arm64") echo aarch64-unknown-linux-musl ;;
        "Darwin x86_64") echo x86_64-apple-darwin ;;
        "Darwin arm64") echo aarch64-apple-darwin ;;
        MINGW*" x86_64" | MSYS*" x86_64") echo x86_64-pc-windows-msvc ;;
    esac
}

# Fetches a file of the release, and says in `answer` what the server did: 404 where there is no such file.
fetch() {
    answer=$(curl --proto '=https' --tlsv1.2 --fail --location --silent --show-error --retry 3 --write-out '%{http_code}' \
        --output "$work/$1" "$repository/releases/download/$version/$1")
}

# The checksum of a file. The options by which these programs compare one themselves are not the same everywhere.
sha256() {
    if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d " " -f 1
}

# Ends the script unless the release workflow of the repository built a file, as it was at this tag: not for another
# version, nor by a branch.
verify_attestation() {
    if [ "$attestation" = skip ]; then
        echo "install-chronicle: the attestation of $1 is not verified, as CHRONICLE_ATTESTATION says" >&2
        return
    fi
    without="or go by its checksum alone, by CHRONICLE_ATTESTATION=skip: nothing was installed"
    case $repository in
        https://github.com/*) ;;
        *) fail "releases at $repository have no attestation: build from source, $without" ;;
    esac
    command -v gh >/dev/null || fail "the attestation of $1 cannot be verified without gh: install gh, $without"
    [ -n "${GH_TOKEN:-}" ] || fail "the attestation of $1 cannot be verified without GH_TOKEN: set it, $without"
    # Older ones take the word for an unknown command, which is no word about the release.
    gh attestation verify --help >/dev/null 2>&1 ||
        fail "this gh is too old to verify attestations: install version 2.49 or later, $without"
    name=${repository#https://github.com/}
    gh attestation verify "$work/$1" --repo "$name" \
        --cert-identity "https://github.com/$name/.github/workflows/release.yml@refs/tags/$version" >&2 ||
        fail "$1 was not built by the release workflow of $name: nothing was installed"
}

# Takes the program out of the release, whole and as it was published, or ends the script.
take_release() {
    fetch SHA256SUMS || fail "the checksums of the release cannot be fetched"
    # Exactly the line of this file.
    awk -v name="$1" '$2 == name || $2 == "*" name' "$work/SHA256SUMS" >"$work/sum"
    [ "$(wc -l <"$work/sum")" -eq 1 ] || fail "the release has no checksum of $1"
    [ "$(cut -d " " -f 1 "$work/sum")" = "$(sha256 "$work/$1")" ] ||
        fail "$1 is not what its checksum says: nothing was installed"
    verify_attestation "$1"
    mkdir "$work/release"
    tar -xzf "$work/$1" -C "$work/release" --strip-components 1
    for program in chronicle chronicle.exe; do
        if [ -f "$work/release/$program" ]; then
            mv -f "$work/release/$program" "$folder/"
            return
        fi
    done
    fail "there is no program in $1: nothing was installed"
}

target=$(target)
archive=chronicle-$version-$target.tar.gz
status=0
answer=404
if [ -n "$target" ]; then fetch "$archive" || status=$?; else status=22; fi
case $status-$answer in
    0-*) take_release "$archive" ;;
    22-404)
        echo "install-chronicle: no release of $version for this system, so it is built from its source" >&2
        command -v cargo >/dev/null || fail "there is no Rust here to build it with: https://rustup.rs"
        cargo install --git "$repository" --tag "$version" --locked --root "$work/built" chronicle
        mv -f "$work/built/bin/"chronicle* "$folder/"
        ;;
    # A server that is out of order is no reason to take what nobody has attested.
    *) fail "the release cannot be fetched: curl ended with $status, the server with $answer" ;;
esac
"$folder/chronicle" --version
