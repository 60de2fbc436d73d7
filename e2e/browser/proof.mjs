/**
 * What a script found out: one JSON document on standard output, and exit code 0 only if all held.
 *
 * @param steps is given the result to fill and `expect(holds, what)`
 */
export async function prove(result, steps) {
  const problems = (result.problems = []);
  result.ok = false;
  try {
    await steps((holds, what) => holds || problems.push(what));
  } catch (e) {
    problems.push(e.message.split("\n")[0]);
  }
  result.ok = problems.length === 0;
  console.log(JSON.stringify(result));
  process.exitCode = result.ok ? 0 : 1;
}
