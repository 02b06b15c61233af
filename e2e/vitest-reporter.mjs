// Writes what the unit tests came to, with the reason of each skip, which vitest's own JSON leaves out.

import { mkdirSync, writeFileSync } from 'node:fs'

/** @import { Reporter, TestModule } from 'vitest/node' */
/** @import { SerializedError } from 'vitest' */

/**
 * @typedef {{ passed: number, failed: string[], skipped: { name: string, reason: string }[] }} UnitReport
 */

/** @implements {Reporter} */
export default class UnitReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly SerializedError[]} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    /** @type {UnitReport} */
    const report = { passed: 0, failed: [], skipped: [] }
    for (const module of modules) {
      for (const error of module.errors()) report.failed.push(`${module.relativeModuleId}: ${error.message}`)
      for (const suite of module.children.allSuites())
        for (const error of suite.errors()) report.failed.push(`${suite.fullName}: ${error.message}`)
      for (const test of module.children.allTests()) {
        const result = test.result()
        const name = `${module.relativeModuleId} ${test.fullName}`
        if (result.state === 'passed') report.passed += 1
        else if (result.state === 'skipped')
          report.skipped.push({ name, reason: result.note ?? `marked ${test.options.mode}` })
        else report.failed.push(name)
      }
    }
    for (const error of unhandled) report.failed.push(`outside the tests: ${error.message}`)
    const folder = new URL('../test-results/', import.meta.url)
    mkdirSync(folder, { recursive: true })
    writeFileSync(new URL('vitest.json', folder), JSON.stringify(report))
  }
}
