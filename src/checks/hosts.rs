//! The rule about hosts that look like one another: an address at the host that fewer records name may be meant to pass
//! for one at the other.

use std::collections::BTreeMap;

use crate::address::{Host, LOOK_UP, shown};
use crate::chronicle::Chronicle;
use crate::diagnostic::{Code, Diagnostic};
use crate::entry::{Addresses, LinkedAddress, locate};
use crate::input::{InputId, Inputs};

/// Addresses at a host that looks like another one, which more addresses of the chronicle have, and is not that one
/// (Unicode Technical Standard 39, section 4): `krernlin.ru` beside `kremlin.ru`, `ṇn.org` beside `nn.org`. Where
/// as many have the one as the other, both are reported.
pub(super) fn alike(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let addresses = addresses(chronicle);
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, address) in &addresses {
        *uses.entry(Host::written_in(address.address)).or_default() += 1;
    }
    let hosts: BTreeMap<&str, Host> = uses.keys().map(|written| (*written, Host::of(written))).collect();
    let known = Known::of(hosts.iter().map(|(written, host)| (host, uses[written])));
    let passed: BTreeMap<&str, String> =
        hosts.iter().filter_map(|(written, host)| Some((*written, known.likeness(host)?))).collect();
    if passed.is_empty() {
        return Vec::new();
    }
    let finding = |(input, address): &(InputId, LinkedAddress<'_>)| {
        let message = passed.get(Host::written_in(address.address))?;
        let span = locate(inputs, *input, &address.path);
        Some(Diagnostic::lint(Code::DeceptiveLink, span, message.clone()).help(Some(LOOK_UP.to_owned())))
    };
    addresses.iter().filter_map(finding).collect()
}

/// The addresses in the front matter of all records, with the file of each.
fn addresses(chronicle: &Chronicle) -> Vec<(InputId, LinkedAddress<'_>)> {
    fn of<T: Addresses>(input: InputId, fields: &T) -> impl Iterator<Item = (InputId, LinkedAddress<'_>)> {
        fields.addresses().into_iter().map(move |address| (input, address))
    }
    let mut all = Vec::new();
    all.extend(chronicle.statements().flat_map(|id| of(chronicle[id].entry.input, &chronicle[id].entry.fields)));
    all.extend(chronicle.people().flat_map(|id| of(chronicle[id].entry.input, &chronicle[id].entry.fields)));
    all.extend(chronicle.organizations().flat_map(|id| of(chronicle[id].entry.input, &chronicle[id].entry.fields)));
    all.extend(chronicle.topics().flat_map(|id| of(chronicle[id].entry.input, &chronicle[id].entry.fields)));
    all
}

/// How many addresses lead to each host and each of its parents (`en.kremlin.ru` is also counted for `kremlin.ru`), by
/// what it looks like.
struct Known<'a>(BTreeMap<String, BTreeMap<&'a str, usize>>);

impl<'a> Known<'a> {
    fn of(hosts: impl Iterator<Item = (&'a Host, usize)>) -> Known<'a> {
        let mut known: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for (host, count) in hosts {
            for (name, look) in host.looks() {
                *known.entry(look).or_default().entry(name).or_default() += count;
            }
        }
        known.retain(|_, names| names.len() > 1);
        Known(known)
    }

    /// What is to be said of a host that looks, or a parent of which looks, like another one that at least as many addresses
    /// have.
    fn likeness(&self, host: &Host) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        host.looks().into_iter().find_map(|(name, look)| {
            let alike = self.0.get(&look)?;
            let own = alike.get(name)?;
            let others = alike.iter().filter(|(other, count)| **other != name && *count >= own);
            let (other, count) = others.max_by_key(|(_, count)| **count)?;
            let (host, other) = (shown(host.as_str()), shown(other));
            Some(match count > own {
                true => format!("`{host}` looks like `{other}`, which more addresses have, and is another host"),
                false => format!("`{host}` and `{other}` look alike: one may be meant to pass for the other"),
            })
        })
    }
}
