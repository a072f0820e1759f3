//! Permission for what is somebody's own: the list, its news, and the letters.

use access::{Caller, Object, Permit, Signed};
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};

/// Who it is, and the permit.
///
/// # Errors
/// `NotThere` for a stranger and the operator, and what the policies say.
pub(crate) fn oneself<'c>(
    caller: &'c Caller,
    here: Municipality,
    action: &'static str,
) -> Answer<(&'c Signed, Permit)> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let permit =
        caller.ask(action, &Object::Person { municipality: here.0.into(), person: signed.person })?;
    Ok((signed, permit))
}
