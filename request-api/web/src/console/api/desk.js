import { Caller } from "./caller.js";
import { follow } from "./events.js";

const id = encodeURIComponent;

/** The front desk, as one tenant's key sees it. */
export class Desk {
  constructor(key, base = "") {
    this.to = new Caller(base, key, "The front desk");
  }

  whoami = () => this.to.get("/v1/key");
  config = () => this.to.get("/console/config.json");
  requests = (query) => this.to.get("/v1/requests", query);
  request = (request) => this.to.get(`/v1/requests/${id(request)}`);
  trace = (request) => this.to.get(`/v1/requests/${id(request)}/trace`);
  plan = (body) => this.to.post("/v1/requests:plan", body);
  submit = (body, key) => this.to.post("/v1/requests", body, { "Idempotency-Key": key });
  cancel = (request, unstoppable) => this.to.delete(`/v1/requests/${id(request)}`, { unstoppable });
  approve = (request, wish) => this.to.post(`/v1/requests/${id(request)}/approval`, wish);
  reject = (request, wish) => this.to.post(`/v1/requests/${id(request)}/rejection`, wish);
  batches = (query) => this.to.get("/v1/batches", query);
  batch = (batch) => this.to.get(`/v1/batches/${id(batch)}`);
  results = (batch) => this.to.get(`/v1/batches/${id(batch)}/results`, { format: "json" });
  table = async (batch) => (await this.to.ask("GET", `/v1/batches/${id(batch)}/results?format=csv`)).blob();
  cancelBatch = (batch, unstoppable) => this.to.delete(`/v1/batches/${id(batch)}`, { unstoppable });
  campaigns = () => this.to.get("/v1/campaigns", { limit: 100 });
  campaign = (name) => this.to.get(`/v1/campaigns/${id(name)}`);
  characters = () => this.to.get("/v1/characters", { limit: 200 });
  costs = (query) => this.to.get("/v1/costs", query);
  bring = (wish) => this.to.post("/v1/media", wish);
  complete = (medium) => this.to.post(`/v1/media/${id(medium)}:complete`);

  /** The same body as a batch, decided and not sent. @param rows {text, type} */
  planBatch = ({ text, type }) => this.to.post("/v1/batches:plan", text, { "Content-Type": type });
  submitBatch = ({ text, type }, title, key) =>
    this.to.post(`/v1/batches${title ? `?title=${id(title)}` : ""}`, text, { "Content-Type": type, "Idempotency-Key": key });

  /** Calls `told` with each event until nothing more will come or the signal says stop. */
  followRequest = (request, told, signal) => follow(this.to, `/v1/requests/${id(request)}/events`, told, signal);
  followBatch = (batch, told, signal) => follow(this.to, `/v1/batches/${id(batch)}/events`, told, signal);
}
