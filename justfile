# Shortcuts for those who have `just`; each line is a plain command that can be typed as well.

# The commands there are.
default:
    @just --list

# Before each commit, on a tree that was built before: format, clippy and the fast tests.
check:
    cargo fmt --check
    cargo clippy --locked --all-targets -- -D warnings
    cargo test --locked --lib --quiet
    cargo test --locked --test suite --quiet -- \
        architecture:: bodies:: check:: cli:: diagnostics:: docs:: feeds:: golden:: help messages:: new:: positions:: rules:: search:: \
        templates::

# All tests.
test:
    cargo test --locked

# What every change must pass.
ci:
    .ci/run
