/** Part of an option: a block node that is written inside another one has its keys behind a prefix, `file.driver`. */
import type { OptionInHand } from '../reading/index.ts'

export class BlockView {
  readonly option: OptionInHand
  private readonly prefix: string

  constructor(option: OptionInHand, prefix = '') {
    this.option = option
    this.prefix = prefix
  }

  /** The node under a key of this one. */
  under(key: string): BlockView {
    return new BlockView(this.option, `${this.prefix}${key}.`)
  }

  /** Whether there is a key that begins so. */
  has(key: string): boolean {
    const start = `${this.prefix}${key}`
    return this.option.rest.some(([name]) => name === start || name.startsWith(`${start}.`))
  }

  peek(key: string): string | undefined {
    return this.option.peek(this.prefix + key)
  }

  take(...keys: readonly string[]): string | undefined {
    return this.option.take(...keys.map((key) => this.prefix + key))
  }

  takeAs<V>(parse: (text: string) => V | undefined, ...keys: readonly string[]): V | undefined {
    return this.option.takeAs(parse, ...keys.map((key) => this.prefix + key))
  }

  takeBoolean(...keys: readonly string[]): boolean | undefined {
    return this.option.takeBoolean(...keys.map((key) => this.prefix + key))
  }

  takeNumber(...keys: readonly string[]): number | undefined {
    return this.option.takeNumber(...keys.map((key) => this.prefix + key))
  }

  drop(key: string, ...values: readonly string[]): void {
    this.option.drop(this.prefix + key, ...values)
  }
}
