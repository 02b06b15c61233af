/** What a version of the provider makes of a domain and its volumes. */
import type { Lack } from '../lacks.ts'
import type { TargetFile } from '../target.ts'
import type { HclBlock, HclText } from './hcl.ts'

export interface ForProvider {
  /** As Terraform says which ones will do: `~> 0.9.5`. */
  readonly version: string
  /** The volumes. */
  readonly blocks: readonly HclBlock[]
  /** The resource of the domain, and its text with the places of the design. */
  readonly block: HclBlock
  readonly domain: HclText
  /** Beside the configuration. */
  readonly files: readonly TargetFile[]
  readonly lacks: readonly Lack[]
}
