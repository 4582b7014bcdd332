//! The rule about hosts that look like one another: an address at the host that fewer records name may be meant to pass
//! for one at the other.

use std::collections::BTreeMap;

use crate::address::{Host, LOOK_UP};
use crate::chronicle::Chronicle;
use crate::diagnostic::{Code, Diagnostic};
use crate::entry::{Addresses, LinkedAddress, locate};
use crate::input::{InputId, Inputs};

/// Addresses at a host that looks like another one, which more addresses of the chronicle have, and is not that one
/// (Unicode Technical Standard 39, section 4): `krernlin.ru` beside `kremlin.ru`, `ṇn.org` beside `nn.org`.
pub(super) fn alike(chronicle: &Chronicle, inputs: &Inputs) -> Vec<Diagnostic> {
    let addresses = addresses(chronicle);
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, address) in &addresses {
        *uses.entry(Host::written_in(address.address)).or_default() += 1;
    }
    let hosts: BTreeMap<&str, Host> = uses.keys().map(|written| (*written, Host::of(written))).collect();
    let known = Known::of(hosts.iter().map(|(written, host)| (host, uses[written])));
    let passed: BTreeMap<&str, String> = hosts
        .iter()
        .filter_map(|(written, host)| Some((*written, format!("`{host}` looks like `{}`", known.passed_for(host)?))))
        .collect();
    if passed.is_empty() {
        return Vec::new();
    }
    let finding = |(input, address): &(InputId, LinkedAddress<'_>)| {
        let looks = passed.get(Host::written_in(address.address))?;
        let message = format!("{looks}, which more addresses have, and is another host");
        Some(
            Diagnostic::lint(Code::DeceptiveLink, locate(inputs, *input, &address.path), message)
                .help(Some(LOOK_UP.to_owned())),
        )
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
            for name in host.names() {
                *known.entry(Host::look(name)).or_default().entry(name).or_default() += count;
            }
        }
        known.retain(|_, names| names.len() > 1);
        Known(known)
    }

    /// The host, or a parent of it, for which one may be taken: the one that most addresses have; of those that equally
    /// many have, the one in ASCII.
    fn passed_for(&self, host: &Host) -> Option<&'a str> {
        host.names().find_map(|name| {
            let alike = self.0.get(&Host::look(name))?;
            let (most, _) =
                alike.iter().max_by_key(|(name, count)| (**count, name.is_ascii(), std::cmp::Reverse(**name)))?;
            (*most != name).then_some(*most)
        })
    }
}
