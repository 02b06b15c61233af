// `npm test`: every check of the project, one after the other, and one line that sums them up.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { findFirefox } from './firefox.mjs'

const root = new URL('..', import.meta.url)
const results = new URL('test-results/', root)
const inCI = Boolean(process.env['CI'])

const sum = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const failures = []
/** @type {string[]} */
const skips = []

/** @param {string} name */
function pass(name) {
  sum.passed += 1
  console.log(`ok: ${name}`)
}

/** @param {string} name */
function fail(name) {
  sum.failed += 1
  failures.push(name)
}

/**
 * @param {string} name
 * @param {string} reason
 */
function skip(name, reason) {
  sum.skipped += 1
  skips.push(`${name}: ${reason}`)
}

/**
 * Runs a program with its output on the terminal.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  console.log(`\n> ${[program, ...args].join(' ')}`)
  // npm and npx are scripts on Windows, which only a shell starts.
  const shell = process.platform === 'win32'
  return spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell }).status === 0
}

/**
 * A check that either passes or fails as one.
 * @param {string} script name of a script in package.json
 */
function check(script) {
  const passed = run('npm', ['run', '--silent', script])
  if (passed) pass(script)
  else fail(script)
  return passed
}

/**
 * What a test runner wrote, or undefined when it died before writing.
 * @param {string} file
 */
function report(file) {
  try {
    return JSON.parse(readFileSync(new URL(file, results), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * The tests that vitest runs.
 * @param {string} script name of a script in package.json
 */
function unitTests(script) {
  rmSync(new URL('vitest.json', results), { force: true })
  const before = sum.failed
  const reporters = ['--reporter=default', '--reporter=./e2e/vitest-reporter.mjs']
  const ended = run('npm', ['run', '--silent', script, '--', ...reporters])
  /** @type {import('./vitest-reporter.mjs').UnitReport | undefined} */
  const units = report('vitest.json')
  sum.passed += units?.passed ?? 0
  for (const name of units?.failed ?? []) fail(name)
  for (const { name, reason } of units?.skipped ?? []) skip(name, reason)
  if (!ended && sum.failed === before) fail(`vitest ended with an error outside the tests of ${script}`)
}

/**
 * @param {import('@playwright/test/reporter').JSONReportSuite} suite
 * @param {string} above the titles of the suites around it
 */
function countSuite(suite, above) {
  for (const spec of suite.specs) {
    const name = `${above} > ${spec.title}`
    for (const test of spec.tests) {
      const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
      if (test.status === 'expected') sum.passed += 1
      else if (test.status === 'skipped') skip(name, note?.description ?? 'did not run')
      else fail(name)
    }
  }
  for (const inner of suite.suites ?? []) countSuite(inner, `${above} > ${inner.title}`)
}

/**
 * The tests that Playwright runs.
 * @param {string} script name of a script in package.json
 */
function browserTests(script) {
  rmSync(new URL('playwright.json', results), { force: true })
  const ended = run('npm', ['run', '--silent', script])
  const before = sum.failed
  /** @type {import('@playwright/test/reporter').JSONReport | undefined} */
  const browser = report('playwright.json')
  for (const suite of browser?.suites ?? []) countSuite(suite, suite.title)
  if (!ended && sum.failed === before) fail(`playwright ended with an error outside the tests of ${script}`)
}

/** The same tests, those of the points that browsers differ in. */
function firefoxTests() {
  if (findFirefox()) browserTests('test:firefox')
  else if (inCI) fail('tests in Firefox: it is not installed')
  else skip('tests in Firefox', 'it is not installed')
}

/** In CI the lab is made where it can be; elsewhere it is used when somebody has made it. */
function labTests() {
  if (inCI && process.getuid?.() === 0) run('e2e/lab/make.sh', [])
  unitTests('test:define')
  browserTests('test:lab')
}

/** Debian has Chromium as a package; elsewhere Playwright brings its own. */
function installChromium() {
  let debian = false
  try {
    debian = /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    // No such file: not Linux, so not Debian.
  }
  if (debian && process.getuid?.() === 0) {
    console.log('\nChromium is not installed: installing the package chromium-headless-shell.')
    if (!run('apt-get', ['update', '-qq'])) return
    run('apt-get', [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium-headless-shell',
      'fonts-dejavu-core',
    ])
  } else {
    console.log("\nChromium is not installed: fetching Playwright's own.")
    run('npx', ['playwright', 'install', 'chromium'])
  }
}

function findOrInstallChromium() {
  let found = findChromium()
  // A browser that was asked for by name is not replaced by another one.
  if (!found && !process.env['VMWRIGHT_CHROMIUM']) {
    installChromium()
    found = findChromium()
  }
  if (found) console.log(`\nChromium: ${found.path}, from ${found.from}`)
  return found
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results)

check('typecheck')
check('lint')
check('knip')
check('regexes')
// Before the unit tests: one of them runs the built command.
const built = check('build')
unitTests('test:unit')
check('fuzz')
if (built) {
  check('size')
  if (findOrInstallChromium()) {
    browserTests('test:e2e')
    firefoxTests()
    browserTests('look')
    check('lighthouse')
    labTests()
  } else if (inCI) fail('browser tests: no Chromium found and none could be installed')
  else skip('browser tests', 'no Chromium found and none could be installed')
} else {
  skip('size', 'the build failed')
  skip('browser tests', 'the build failed')
}

if (skips.length > 0) console.log(`\nSkipped:\n${skips.map((line) => `  ${line}`).join('\n')}`)
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`)
const skippedPart = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skippedPart}`)
process.exitCode = sum.failed > 0 ? 1 : 0
