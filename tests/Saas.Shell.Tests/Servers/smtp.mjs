// A relay that does what the recipient's name says: code-451@, code-550@ answer the recipient, data-554@ the message, slow-3@ waits so
// many seconds, hang@ never answers, latin@ is told that international names are unknown. What it took is one line of JSON each.
import { SMTPServer } from 'smtp-server'

const [, , offer] = process.argv

const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code })

const server = new SMTPServer({
  authOptional: offer !== 'auth',
  disabledCommands: offer === 'tls' ? ['AUTH'] : ['STARTTLS'],
  allowInsecureAuth: true,
  hideSMTPUTF8: offer === 'latin',
  disableReverseLookup: true,
  onAuth: (auth, session, done) =>
    auth.username === 'parvis' && auth.password === 'secret' ? done(null, { user: 'parvis' }) : done(refusal(535, '5.7.8 Bad credentials')),
  onConnect: (session, done) => done(offer === 'closed' ? refusal(554, '5.3.2 No mail today') : null),
  onRcptTo: ({ address }, session, done) => {
    const [, act, number] = /^([a-z]+)-?(\d*)@/.exec(address) ?? []
    if (act === 'code') done(refusal(Number(number), `${number[0]}.1.1 <${address}> answers ${number}`))
    else if (act === 'slow') setTimeout(done, 1000 * Number(number))
    else if (act !== 'hang') done()
  },
  onData: (stream, session, done) => {
    const parts = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      const to = session.envelope.rcptTo[0].address
      const [, number] = /^data-(\d+)@/.exec(to) ?? []
      if (number) return done(refusal(Number(number), `${number[0]}.7.1 Message refused`))
      console.log(JSON.stringify({ to, from: session.envelope.mailFrom.address, user: session.user ?? null, text: Buffer.concat(parts).toString('utf8') }))
      done()
    })
  },
})

server.on('error', () => {})
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port))

// The tests' process is gone, however it went.
process.stdin.on('end', () => process.exit()).resume()
