//! The policies, read once: from the files in this crate, named by their `@id`, held against the schema.

use std::collections::HashMap;

use cedar_policy::{
    AuthorizationError, Authorizer, Context, Decision as Answer, Effect, Entities, Entity, EntityUid,
    PolicyId, PolicySet, Request, Response, Schema, ValidationMode, Validator,
};
use thiserror::Error;

use crate::decision::Broke;
use crate::entities::Names;
use crate::{Asked, Kind};

pub(crate) const SCHEMA: &str = include_str!("../policies/schema.cedarschema");

/// What is forbidden comes first, as a reader should know it first.
pub(crate) const FILES: [(&str, &str); 9] = [
    ("forbid.cedar", include_str!("../policies/forbid.cedar")),
    ("own.cedar", include_str!("../policies/own.cedar")),
    ("profile.cedar", include_str!("../policies/profile.cedar")),
    ("people.cedar", include_str!("../policies/people.cedar")),
    ("desk.cedar", include_str!("../policies/desk.cedar")),
    ("import.cedar", include_str!("../policies/import.cedar")),
    ("trail.cedar", include_str!("../policies/trail.cedar")),
    ("asks.cedar", include_str!("../policies/asks.cedar")),
    ("handovers.cedar", include_str!("../policies/handovers.cedar")),
];

/// Why the policies cannot be used.
#[derive(Debug, Error)]
pub enum Fault {
    #[error("the schema of the policies cannot be read: {0}")]
    Schema(String),
    #[error("{file} cannot be read: {why}")]
    Unreadable { file: String, why: String },
    #[error("a policy in {file} has no @{what}")]
    Bare { file: String, what: &'static str },
    #[error("two policies are called {0}")]
    Twice(String),
    #[error("the schema does not agree with the policies: {0}")]
    Disagrees(String),
}

/// A policy, said in Dutch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub id: String,
    /// True when it says what may never happen.
    pub forbids: bool,
    pub text: String,
}

struct Action {
    uid: EntityUid,
    kinds: Vec<Kind>,
}

pub(crate) struct Engine {
    authorizer: Authorizer,
    policies: PolicySet,
    schema: Schema,
    actions: HashMap<String, Action>,
    names: Names,
    sentences: Vec<Sentence>,
}

/// A question in the words of Cedar, fitting the schema.
pub(crate) struct Case {
    pub(crate) request: Request,
    pub(crate) entities: Entities,
}

impl Engine {
    pub(crate) fn of_this_program() -> Result<Self, Fault> {
        let engine = Self::read(SCHEMA, &FILES)?;
        engine.validate()?;
        Ok(engine)
    }

    /// Everything but the judgement of the schema, which [`Engine::validate`] gives.
    pub(crate) fn read(schema: &str, files: &[(&str, &str)]) -> Result<Self, Fault> {
        let (schema, warnings) =
            Schema::from_cedarschema_str(schema).map_err(|why| Fault::Schema(why.to_string()))?;
        if let Some(warning) = warnings.into_iter().next() {
            return Err(Fault::Schema(warning.to_string()));
        }
        let (mut policies, mut sentences) = (PolicySet::new(), Vec::new());
        for (file, text) in files {
            add(file, text, &mut policies, &mut sentences)?;
        }
        Ok(Self {
            authorizer: Authorizer::new(),
            policies,
            actions: actions_of(&schema),
            schema,
            names: Names::new().map_err(|why| Fault::Schema(why.to_string()))?,
            sentences,
        })
    }

    /// Strictly, and a warning is a no as well: a policy that can never apply is a mistake somebody trusts.
    pub(crate) fn validate(&self) -> Result<(), Fault> {
        let found = Validator::new(self.schema.clone()).validate(&self.policies, ValidationMode::Strict);
        if found.validation_passed_without_warnings() {
            return Ok(());
        }
        let errors = found.validation_errors().map(ToString::to_string);
        let all: Vec<String> = errors.chain(found.validation_warnings().map(ToString::to_string)).collect();
        Err(Fault::Disagrees(all.join("; ")))
    }

    /// True only when a policy allows, none forbids, and nothing at all went wrong.
    pub(crate) fn weigh(&self, asked: &Asked<'_>) -> Result<bool, Broke> {
        let case = self.case(asked)?;
        self.answer(&self.policies, &case)
    }

    /// The question as Cedar wants it; what does not fit the schema is no question.
    pub(crate) fn case(&self, asked: &Asked<'_>) -> Result<Case, Broke> {
        let action = self.actions.get(asked.action).ok_or(Broke::UnknownAction)?;
        if !action.kinds.contains(&asked.object.kind()) {
            return Err(Broke::DoesNotApply);
        }
        let scene = self.names.scene(asked.principal, asked.object).map_err(|_| Broke::Unfit)?;
        self.fitting(scene.principal, action.uid.clone(), scene.object, scene.entities)
    }

    /// Held against the schema, both the question and everything it is about.
    pub(crate) fn fitting(
        &self,
        principal: EntityUid,
        action: EntityUid,
        object: EntityUid,
        entities: Vec<Entity>,
    ) -> Result<Case, Broke> {
        let schema = Some(&self.schema);
        let request = Request::new(principal, action, object, Context::empty(), schema)
            .map_err(|_| Broke::DoesNotApply)?;
        // Not `from_entities`: that copies every action of the schema into each question, and no policy needs them.
        let entities = Entities::empty().add_entities(entities, schema).map_err(|_| Broke::Unfit)?;
        Ok(Case { request, entities })
    }

    pub(crate) fn response(&self, policies: &PolicySet, case: &Case) -> Response {
        self.authorizer.is_authorized(&case.request, policies, &case.entities)
    }

    /// What a set of policies answers; tests give it others than those of this program.
    pub(crate) fn answer(&self, policies: &PolicySet, case: &Case) -> Result<bool, Broke> {
        let response = self.response(policies, case);
        let failed: Vec<String> = response
            .diagnostics()
            .errors()
            .map(|AuthorizationError::PolicyEvaluationError(error)| error.policy_id().to_string())
            .collect();
        if failed.is_empty() { Ok(response.decision() == Answer::Allow) } else { Err(Broke::Failed(failed)) }
    }

    pub(crate) fn kinds_of(&self, action: &str) -> Option<&[Kind]> {
        self.actions.get(action).map(|action| action.kinds.as_slice())
    }

    pub(crate) fn actions(&self) -> impl Iterator<Item = &str> {
        self.actions.keys().map(String::as_str)
    }

    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    #[cfg(test)]
    pub(crate) const fn policies(&self) -> &PolicySet {
        &self.policies
    }
}

/// Takes the policies of a file into the set, each under its own `@id`.
fn add(file: &str, text: &str, all: &mut PolicySet, sentences: &mut Vec<Sentence>) -> Result<(), Fault> {
    let unreadable = |why: String| Fault::Unreadable { file: file.to_owned(), why };
    let bare = |what| Fault::Bare { file: file.to_owned(), what };
    let read: PolicySet =
        text.parse().map_err(|why: cedar_policy::ParseErrors| unreadable(why.to_string()))?;
    if read.num_of_templates() > 0 {
        return Err(unreadable("it has a policy with a hole to fill in".to_owned()));
    }
    // Cedar numbers them as they stand: policy0, policy1 …
    for number in 0..read.num_of_policies() {
        let policy = read
            .policy(&PolicyId::new(format!("policy{number}")))
            .ok_or_else(|| unreadable(format!("policy {number} is not found")))?;
        let id = policy.annotation("id").filter(|id| !id.is_empty()).ok_or_else(|| bare("id"))?;
        let zin = policy.annotation("zin").filter(|zin| !zin.is_empty()).ok_or_else(|| bare("zin"))?;
        sentences.push(Sentence {
            id: id.to_owned(),
            forbids: policy.effect() == Effect::Forbid,
            text: zin.to_owned(),
        });
        all.add(policy.new_id(PolicyId::new(id))).map_err(|_| Fault::Twice(id.to_owned()))?;
    }
    Ok(())
}

fn actions_of(schema: &Schema) -> HashMap<String, Action> {
    let kinds = |uid: &EntityUid| -> Vec<Kind> {
        let names: Vec<String> =
            schema.resources_for_action(uid).into_iter().flatten().map(ToString::to_string).collect();
        Kind::ALL.into_iter().filter(|kind| names.iter().any(|name| name == kind.word())).collect()
    };
    schema
        .actions()
        .map(|uid| (uid.id().unescaped().to_owned(), Action { uid: uid.clone(), kinds: kinds(uid) }))
        .collect()
}
