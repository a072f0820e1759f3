//! The route table: method, path, who, action, object. Router and OpenAPI come from it; outside it are the files of the pages, their themes, and the no to every other address.

use axum::Router;
use axum::extract::{FromRequestParts, Request};
use axum::handler::Handler;
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use ground::trouble::{Answer, Trouble};
use serde_json::{Map, Value, json};

use crate::caller::Caller;
use crate::denied::denied;
use crate::object::object_of;
use crate::permit::{By, Permit, Who};

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
    pub action: &'static str,
    pub object: &'static str,
    pub summary: &'static str,
}

/// A route with the function that answers it.
pub struct Entry<S> {
    pub route: Route,
    handler: MethodRouter<S>,
    for_trying_out: bool,
}

impl<S> Entry<S> {
    /// Only in the demo. Elsewhere it is left out of the table, so that its address is as one that never was.
    #[must_use]
    pub fn for_trying_out(mut self) -> Self {
        self.for_trying_out = true;
        self
    }

    #[must_use]
    pub const fn is_for_trying_out(&self) -> bool {
        self.for_trying_out
    }
}

impl<S: Clone + Send + Sync + 'static> Entry<S> {
    /// A page or document that is read. HEAD is answered too.
    pub fn get<H, T>(
        path: &'static str,
        who: Who,
        action: &'static str,
        object: &'static str,
        summary: &'static str,
        handler: H,
    ) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        let route = Route { method: Method::GET, path, who, action, object, summary };
        Self { route, handler: on(MethodFilter::GET, handler), for_trying_out: false }
    }

    /// A form that changes something.
    pub fn post<H, T>(
        path: &'static str,
        who: Who,
        action: &'static str,
        object: &'static str,
        summary: &'static str,
        handler: H,
    ) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        let route = Route { method: Method::POST, path, who, action, object, summary };
        Self { route, handler: on(MethodFilter::POST, handler), for_trying_out: false }
    }
}

/// Every entry behind the guard for its `who`.
pub fn router<S: Clone + Send + Sync + 'static>(entries: Vec<Entry<S>>) -> Router<S> {
    entries.into_iter().fold(Router::new(), |router, entry| {
        let route = entry.route;
        let path = route.path;
        router.route(
            path,
            entry.handler.layer(from_fn(move |request, next| guard(route.clone(), request, next))),
        )
    })
}

async fn guard(route: Route, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let passed = match route.who {
        Who::Anyone => Ok(None),
        _ => passes(&route, &mut parts).await,
    };
    match passed {
        Ok(permit) => {
            if let Some(permit) = permit {
                parts.extensions.insert(permit);
            }
            next.run(Request::from_parts(parts, body)).await
        }
        Err(no) => no.into_response(),
    }
}

/// The permit for this request, when there is one to give before its handler.
async fn passes(route: &Route, parts: &mut Parts) -> Answer<Option<Permit>> {
    let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
    match (route.who, &caller) {
        (Who::Anyone, _) | (Who::Known, Caller::Operator { .. } | Caller::Person(_)) => Ok(None),
        (Who::Operator, Caller::Operator { municipality, .. }) => {
            Ok(Some(Permit::granted(*municipality, route.action, By::Operator)))
        }
        (Who::Operator, _) | (Who::Known | Who::Allowed, Caller::Stranger) => Err(denied(route.action)),
        (Who::Allowed, Caller::Operator { .. } | Caller::Person(_)) => {
            let object = object_of(route, parts, &caller).await?;
            caller.ask(route.action, &object).map(Some)
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Permit {
    type Rejection = Trouble;

    /// Only the guard puts a permit on a request: a handler on a route for anyone gets "not allowed".
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        parts.extensions.get::<Self>().cloned().ok_or(Trouble::NotAllowed)
    }
}

/// The OpenAPI 3.1 document of a table.
#[must_use]
pub fn openapi(title: &str, version: &str, routes: &[Route]) -> Value {
    let mut paths = Map::new();
    for route in routes {
        let parameters: Vec<Value> = parameters_of(route.path)
            .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
            .collect();
        let operation = json!({
            "operationId": format!("{} {}", route.method, route.path),
            "summary": route.summary,
            "x-who": route.who.word(),
            "x-action": route.action,
            "x-object": route.object,
            "parameters": parameters,
            "responses": { "default": { "description": "A page in the language of the visitor" } },
        });
        let methods = paths.entry(route.path.to_owned()).or_insert_with(|| json!({}));
        if let Some(methods) = methods.as_object_mut() {
            methods.insert(route.method.as_str().to_ascii_lowercase(), operation);
        }
    }
    json!({ "openapi": "3.1.0", "info": { "title": title, "version": version }, "paths": paths })
}

fn parameters_of(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}
