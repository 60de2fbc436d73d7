import { chromium } from "playwright-core";

/**
 * A headless Chromium that reaches media over loopback. CHROMIUM names the program, /usr/bin/chromium otherwise.
 *
 * @param microphone a WAV file that takes the microphone's place; without it the microphone beeps
 */
export function launch(microphone) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Media over loopback: without these the browser offers no address that the other side could reach.
      "--allow-loopback-in-peer-connection",
      "--disable-features=WebRtcHideLocalIpsWithMdns",
      "--autoplay-policy=no-user-gesture-required",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}`] : []),
    ],
  });
}
