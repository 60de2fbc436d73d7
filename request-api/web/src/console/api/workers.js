import { Caller } from "./caller.js";

const id = encodeURIComponent;

/** A worker's door for operators. Each worker has takes, purses and pauses of its own. */
export class Worker {
  constructor({ route, url }, key) {
    this.route = route;
    this.to = new Caller(url, key, `The ${route} worker at ${url}`);
  }

  takes = (state, limit = 200) => this.to.get("/v1/takes", { state, limit });
  story = (request) => this.to.get(`/v1/takes/${id(request)}`);
  pauses = () => this.to.get("/v1/pauses");
  costs = () => this.to.get("/v1/costs");
  alerts = () => this.to.get("/v1/alerts");
  resolve = (take, paid, reason) => this.to.put(`/v1/takes/${id(take)}/resolution`, { paid, reason });
  pause = (wish) => this.to.put("/v1/pauses", wish);
  resume = ({ model, tenant, by }) => this.to.delete("/v1/pauses", { model, tenant, by });
  cap = (tenant, campaign, limitMicros) =>
    this.to.put(`/v1/caps/${id(tenant)}${campaign ? `?campaign=${id(campaign)}` : ""}`, { limitMicros });
  uncap = (tenant, campaign) => this.to.delete(`/v1/caps/${id(tenant)}`, { campaign });
}
