import { Batch } from "./batch.js";
import { Batches } from "./batches.js";
import { Campaign } from "./campaign.js";
import { Campaigns } from "./campaigns.js";
import { Characters } from "./characters.js";
import { Operators } from "./operators.js";
import { Requests } from "./requests.js";
import { Sessions } from "./sessions.js";
import { Story } from "./story.js";
import { Submit } from "./submit.js";
import { Trace } from "./trace.js";
import { html } from "../parts/view.js";

const RequestsOrOne = (props) => (props.rest[1] === "trace" ? html`<${Trace} ...${props} />` : props.rest.length ? html`<${Story} ...${props} />` : html`<${Requests} ...${props} />`);
const BatchesOrOne = (props) => (props.rest.length ? html`<${Batch} ...${props} />` : html`<${Batches} ...${props} />`);
const CampaignsOrOne = (props) => (props.rest.length ? html`<${Campaign} ...${props} />` : html`<${Campaigns} ...${props} />`);

/** The views by the first word of their address; `key` follows g; those with `operators` alone are for operators' keys. */
export const VIEWS = {
  new: { name: "New", key: "n", view: Submit },
  requests: { name: "Requests", key: "r", view: RequestsOrOne },
  batches: { name: "Batches", key: "b", view: BatchesOrOne },
  campaigns: { name: "Campaigns", key: "c", view: CampaignsOrOne },
  characters: { name: "Characters", key: "p", view: Characters },
  sessions: { name: "Sessions", key: "s", view: Sessions },
  operators: { name: "Operators", key: "o", view: Operators },
};
/** What a key of the operators sees; it has no requests of its own. */
export const FOR_OPERATORS = ["sessions", "operators"];
