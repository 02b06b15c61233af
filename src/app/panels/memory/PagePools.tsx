import { useMemo } from 'react'
import { type HugePages, hugePages } from '../../core.ts'
import { useRendered } from '../../render/index.ts'
import { useVmDocument } from '../../store.ts'
import { CodeLine, Icon } from '../../ui/index.ts'
import { t, translated } from '../../words/index.ts'
import { pageSize, poolRows } from './page-pools.ts'
import './memory.css'

/** The huge pages of the host by node, what the design needs of them, and the commands that set them aside. */
export function PagePools() {
  const host = useVmDocument((state) => state.host)
  const domain = useRendered(({ resolved }) => resolved.domain)
  const pages = useMemo(() => hugePages(host, domain), [host, domain])
  const rows = poolRows(host, pages)
  if (rows.length === 0) return null
  const hasNodes = rows.some(({ node }) => node !== undefined)
  return (
    <div className="page-pools">
      <div className="page-pools__scroll">
        <table aria-label={t`Huge pages of the host`}>
          <thead>
            <tr>
              {hasNodes && <th scope="col">{t`Node`}</th>}
              <th scope="col">{t`Pages of`}</th>
              <th scope="col">{t`This VM needs`}</th>
              <th scope="col">{t`In the pool`}</th>
              <th scope="col">{t`Free`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ node, sizeKib, needed, total, free, enough }) => (
              <tr key={`${node} ${sizeKib}`} data-short={enough === false || undefined}>
                {hasNodes && <td>{node ?? t`any`}</td>}
                <td>{pageSize(sizeKib)}</td>
                <td>{needed === 0 ? '–' : needed}</td>
                <td>{total ?? t`not known`}</td>
                <td>
                  {free ?? '–'}
                  {enough === false && (
                    <span className="page-pools__short">
                      <Icon name="warning" size={12} /> {t`too few`}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages !== undefined && <Commands pages={pages} />}
    </div>
  )
}

function Commands({ pages }: { readonly pages: HugePages }) {
  const { sentences, now, kernelWords, sysctl } = pages
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{translated(sentence)}</p>
      ))}
      {now.length > 0 && (
        <>
          <p className="page-pools__about">{t`Until the next start of the host, while its memory is not yet in pieces:`}</p>
          <CodeLine code={now.join('\n')} what={t`the commands`} />
        </>
      )}
      {kernelWords.length > 0 && (
        <>
          <p className="page-pools__about">{t`From the start on, on the kernel’s command line:`}</p>
          <CodeLine code={kernelWords.join(' ')} what={t`the words for the kernel command line`} />
        </>
      )}
      {sysctl !== undefined && (
        <>
          <p className="page-pools__about">{t`Or in /etc/sysctl.d/hugepages.conf:`}</p>
          <CodeLine code={sysctl.trimEnd()} what={t`the sysctl file`} />
        </>
      )}
    </>
  )
}
