// Lists the newest requests of whoever has a key. The key stays in this page.
const form = document.getElementById("key");
const said = document.getElementById("said");
const table = document.getElementById("requests");

const dollars = (micros) => (micros / 1e6).toLocaleString("en", { style: "currency", currency: "USD" });

function row(request) {
  const cells = [
    request.id.slice(0, 8),
    request.door ?? "",
    request.route ?? "",
    request.state,
    request.verdict ?? "",
    request.takes,
    dollars(request.settledMicros),
    new Date(request.createdAt).toLocaleString(),
  ];
  const line = document.createElement("tr");
  for (const text of cells) {
    line.insertCell().textContent = text;
  }
  line.cells[0].title = request.id;
  return line;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const key = new FormData(form).get("key");
  try {
    const answer = await fetch("/v1/requests?limit=50", { headers: { "X-API-Key": key } });
    const body = await answer.json();
    if (!answer.ok) {
      said.textContent = `${body.title}. ${body.detail}`;
      return;
    }
    table.tBodies[0].replaceChildren(...body.requests.map(row));
    table.hidden = body.requests.length === 0;
    said.textContent = body.requests.length === 0 ? "No requests yet." : "";
  } catch {
    said.textContent = "The service does not answer.";
  }
});
