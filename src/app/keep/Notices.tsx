import { Button, Icon, IconButton } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { useNotices } from './notices.ts'
import './notices.css'

/** What the page has to say, below the header, each until it is answered or closed. */
export function Notices() {
  const notices = useNotices()
  return (
    <div className="notices" role="log" aria-label={t`Notices`}>
      {notices.map(({ id, tone, text, actions, onDismiss }) => (
        <div key={id} className={`notice notice--${tone}`}>
          <Icon name={tone === 'warning' ? 'warning' : 'info'} />
          <p className="notice__text">{text}</p>
          <div className="notice__actions">
            {actions.map(({ label, perform }) => (
              <Button key={label} size="small" onPress={perform}>
                {label}
              </Button>
            ))}
          </div>
          {onDismiss !== undefined && (
            <IconButton icon="close" size="small" label={t`Close the notice`} onPress={onDismiss} />
          )}
        </div>
      ))}
    </div>
  )
}
