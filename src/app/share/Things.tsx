import { formatPath, type SensitiveThing } from '../core.ts'
import { t } from '../words/index.ts'
import { nameThing } from './share.ts'

/** What a person may not want to hand on, each named. */
export function Things({ things }: { readonly things: readonly SensitiveThing[] }) {
  return (
    <ul className="sensitive" aria-label={t`What is better named before`}>
      {things.map((thing) => {
        const { what, shown } = nameThing(thing)
        return (
          <li key={`${formatPath(thing.path)} ${thing.text}`}>
            <strong>{what}</strong> <code>{shown}</code>
            <span>{formatPath(thing.path)}</span>
          </li>
        )
      })}
    </ul>
  )
}
