import { aboutHost } from '../../actions/index.ts'
import { type IdmapSegment, idmapSegments } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { useVmDocument } from '../../store.ts'
import { Button } from '../../ui/index.ts'
import { t, translated } from '../../words/index.ts'
import type { Share } from './share-path.ts'
import './shares.css'

type Idmap = Share['idmap']

/** Which ids of the guest are which on the host, as a bar; what is missing when there is none. */
export function IdMap({ idmap }: { readonly idmap: Idmap | undefined }) {
  const user = useVmDocument((state) => state.host?.user)
  const { uids, gids, sentence } = idmapSegments(idmap, user)
  const isKnown = user?.uid !== undefined && user.subuid !== undefined
  return (
    <Section title={t`Who owns what`} about={sentence}>
      {uids.length > 0 && <Bar label={t`User ids`} segments={uids} />}
      {gids.length > 0 && !isSame(uids, gids) && <Bar label={t`Group ids`} segments={gids} />}
      {uids.length === 0 && !isKnown && <MissingIds />}
    </Section>
  )
}

function isSame(one: readonly IdmapSegment[], other: readonly IdmapSegment[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function Bar({ label, segments }: { readonly label: string; readonly segments: readonly IdmapSegment[] }) {
  return (
    <div className="id-bar">
      <span className="id-bar__ends" aria-hidden="true">
        <span>{t`guest`}</span>
        <span>{t`host`}</span>
      </span>
      <ul className="id-bar__segments" aria-label={label}>
        {segments.map((segment) => (
          <li
            key={segment.guestStart}
            className="id-bar__segment"
            data-kind={segment.kind}
            title={translated(segment.sentence)}
          >
            <span className="visually-hidden">{translated(segment.sentence)}</span>
            <code aria-hidden="true">{range(segment.guestStart, segment.guestEnd)}</code>
            <code aria-hidden="true">
              {range(segment.hostStart, segment.hostEnd)}
              {segment.kind === 'user' && t` you`}
            </code>
          </li>
        ))}
      </ul>
    </div>
  )
}

function range(start: number, end: number): string {
  return start === end ? String(start) : `${start}–${end}`
}

function MissingIds() {
  return (
    <div className="id-missing">
      <p>{t`To give you the files of the guest’s first user, vmwright has to know your user id and the range in /etc/subuid and /etc/subgid.`}</p>
      <Button size="small" icon="user" onPress={aboutHost.perform}>{t`Say who you are on the host`}</Button>
    </div>
  )
}
