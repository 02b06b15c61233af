/** The options of the line, one after the other. */
import type { Path } from '../../finding.ts'
import type { Build } from '../build/index.ts'
import { jsonOptions } from '../words/json-options.ts'
import { merged, options, type Pairs } from '../words/options.ts'

/** Adds one option. */
export function emit(build: Build, option: string, path: Path, value?: string): void {
  build.arguments.push(value === undefined ? { option, path } : { option, value, path })
}

/** The same with keys: `-netdev user,id=net0`. */
export function emitPairs(
  build: Build,
  option: string,
  path: Path,
  first: string,
  ...groups: readonly (Pairs | undefined)[]
): void {
  build.arguments.push({ option, value: options(first, ...groups), path })
}

/** Adds one `-device`, with what qemu:override has for its id. */
export function device(
  build: Build,
  driver: string,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  const value = build.own.size === 0 ? options(driver, ...groups) : overridden(build, driver, merged(groups))
  build.arguments.push({ option: '-device', value, path })
}

/** The same with lists in it, which -device has in JSON only. */
export function deviceWithLists(
  build: Build,
  driver: string,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  const value = jsonOptions({ driver, ...withOwn(build, merged(groups)) })
  build.arguments.push({ option: '-device', value, path })
}

function overridden(build: Build, driver: string, pairs: Pairs): string {
  const all = withOwn(build, pairs)
  return 'iothread-vq-mapping.0.iothread' in all ? jsonOptions({ driver, ...all }) : options(driver, all)
}

function withOwn({ own }: Build, pairs: Pairs): Pairs {
  const id = String(pairs['id'])
  const properties = own.get(id)
  if (properties === undefined) return pairs
  own.delete(id)
  return { ...pairs, ...properties.pairs }
}

/** Adds one `-object`. */
export function object(
  build: Build,
  type: string,
  path: Path,
  ...groups: readonly (Pairs | undefined)[]
): void {
  build.arguments.push({ option: '-object', value: options(type, ...groups), path })
}
