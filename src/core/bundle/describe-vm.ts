import type { HostFacts } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import { bundlePlan } from './bundle-plan.ts'
import { whatItIs } from './what-it-is.ts'

/** What a design is, as a table in Markdown: the one that the README of its bundle has. */
export function describeVm(design: Design, host: HostFacts | undefined): string {
  return whatItIs(bundlePlan(design, host))
}
