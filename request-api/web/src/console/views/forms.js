import { at, put } from "../model/draft.js";
import { useAnswer } from "../parts/answers.js";
import { Field, More, Row } from "../parts/fields.js";
import { useHouse } from "../parts/house.js";
import { State } from "../parts/pieces.js";
import { html } from "../parts/view.js";
import { Medium, References } from "./media.js";

/** The lens of one field: its value, and how it is written. */
export function lens(body, write, path) {
  return { value: at(body, path), set: (value) => write((old) => put(old, path, value)) };
}

export function FrameForm({ body, write }) {
  const of = (path) => lens(body, write, path);
  return html`
    <${Medium} role="firstFrame" label="First frame" hint="The picture that is set in motion. Its composition and colours stay." body=${body} write=${write} />
    <${Field} label="What happens" of=${of("prompt")} lines="3" hint="One movement of the camera and one of the subject work best, as: slow push in, then hold." />
    <${Row}>
      <${Field} label="Seconds" of=${of("output.seconds")} number min="2" max="15" hint="2 to 15; this is what is paid." />
      <${Field} label="Resolution" of=${of("output.resolution")} options=${["720P", "1080P"]} hint="1080P costs half as much again." />
      <${Field} label="Budget in USD" of=${of("budget.limit")} hint="Beyond it nothing is submitted." />
    <//>
    <${Naming} of=${of} />
    <${More}>
      <${Medium} role="lastFrame" label="Last frame" hint="Where the movement is to end." body=${body} write=${write} />
      <${Careful} of=${of} />
    <//>`;
}

export function ReferenceForm({ body, write }) {
  const of = (path) => lens(body, write, path);
  return html`
    <${Cast} body=${body} write=${write} />
    <${Field} label="What happens" of=${of("prompt")} lines="3" hint=${`Name the character as @{${firstName(body) ?? "name"}}: that binds the reference. Described in words alone it may become someone else.`} />
    <${References} body=${body} write=${write} />
    <${Row}>
      <${Field} label="Seconds" of=${of("output.seconds")} number min="2" max="15" hint="2 to 15; this is what is paid." />
      <${Field} label="Resolution" of=${of("output.resolution")} options=${["720P", "1080P"]} />
      <${Field} label="Shape" of=${of("output.ratio")} options=${["16:9", "9:16", "1:1", "4:3", "3:4"]} />
    <//>
    <${Row}>
      <${Field} label="Takes at most" of=${of("maxTakes")} number min="1" max="20" hint="Each is paid. A new one is made when the face is not the character's." />
      <${Field} label="Budget in USD" of=${of("budget.limit")} hint="For all takes together." />
      <${Field} label="Who consents" of=${of("consent.subject")} hint="Of a living person." />
    <//>
    <${Naming} of=${of} />
    <${More}>
      <${Row}>
        <${Field} label="Take again on" of=${of("acceptance.retakeOn")} options=${["", "fail", "review"]} />
        <${Field} label="Wait for a person if the best clip did not pass" of=${of("acceptance.hold")} tick />
      <//>
      <${Careful} of=${of} />
    <//>`;
}

export function AvatarForm({ body, write }) {
  const of = (path) => lens(body, write, path);
  return html`
    <${Field} label="Avatar" of=${of("avatar.id")} hint="The id of a provisioned avatar." mono />
    <${Field} label="Persona" of=${of("avatar.persona")} lines="2" hint="Who it is and how it answers, as: a friendly host, brief answers." />
    <${Field} label="What it is for" of=${of("prompt")} lines="2" />
    <${Row}>
      <${Field} label="Answer within, ms" of=${of("latency.responseMs")} number min="200" max="30000" hint="1000 to 3000 is what live avatars reach." />
      <${Field} label="Title" of=${of("title")} />
      <${Field} label="Campaign" of=${of("campaign")} />
    <//>
    <p class="small quiet">A live session is offered; it starts, and costs by the started minute, when somebody opens it.</p>`;
}

function Naming({ of }) {
  return html`<${Row}>
    <${Field} label="Title" of=${of("title")} hint="For people." />
    <${Field} label="Campaign" of=${of("campaign")} hint="Clips of one campaign are compared and added up." />
  <//>`;
}

function Careful({ of }) {
  return html`<${Field} label="What must not be seen" of=${of("negativePrompt")} />
    <${Row}>
      <${Field} label="Seed" of=${of("seed")} number min="0" max="2147483647" hint="The same seed and words give a similar clip." />
      <${Field} label="Priority" of=${of("priority")} options=${["", "high", "normal", "low"]} />
    <//>`;
}

function Cast({ body, write }) {
  const { desk } = useHouse();
  const known = useAnswer(() => desk.characters(), [desk]);
  const cast = body.cast ?? [];
  const all = known.value?.characters ?? [];
  const turn = (name) => write((old) => ({ ...old, cast: cast.includes(name) ? cast.filter((one) => one !== name) : [...cast, name] }));
  return html`<fieldset class="cast"><legend>Cast</legend>
    ${all.length === 0 ? html`<p class="small quiet">${known.loading ? "Looking for characters …" : "No character is registered. Bring reference pictures below, or register one: ./callsheet character add."}</p>`
      : all.map(({ name, state }) => html`<label class="tick"><input type="checkbox" checked=${cast.includes(name)} disabled=${state !== "READY"} onChange=${() => turn(name)} /> ${name} ${state !== "READY" && html`<${State} word=${state} />`}</label>`)}
  </fieldset>`;
}

function firstName(body) {
  return body.cast?.[0] ?? body.media?.find((one) => one.character)?.character;
}
