// Parses the finished scripts with a grammar that nobody here wrote, and says which commands they call.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { Language, Parser } from 'web-tree-sitter';

// The grammar is a large function: compiling it well takes longer than using it.
setFlagsFromString('--liftoff-only');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load('node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm'));

const ALLOWED = new Set(['Add-MailboxPermission', 'Add-RecipientPermission', 'Connect-ExchangeOnline',
  'Disconnect-ExchangeOnline', 'ForEach-Object', 'Get-CASMailbox', 'Get-ConnectionInformation', 'Get-Module',
  'Get-ServicePrincipal', 'Get-TransportConfig', 'Import-Module', 'New-ServicePrincipal', 'Open-HighstageMailbox',
  'Out-Null', 'Remove-HighstageMailboxAccess', 'Remove-MailboxPermission', 'Remove-RecipientPermission',
  'Remove-ServicePrincipal', 'Set-CASMailbox', 'Where-Object', 'Write-Host', 'Write-Warning']);

function lists(root, name) {
  return root.descendantsOfType('assignment_expression')
    .filter((assignment) => assignment.text.startsWith(`${name} = @(`))
    .flatMap((assignment) => assignment.descendantsOfType('verbatim_string_characters'))
    .map((literal) => literal.text.slice(1, -1));
}

const files = readdirSync(process.env.SCRIPTS).filter((file) => file.endsWith('.ps1'));

test('there are scripts', () => assert.ok(files.length > 0));

for (const file of files) {
  test(file, () => {
    const script = readFileSync(join(process.env.SCRIPTS, file), 'utf8');
    const root = parser.parse(script).rootNode;
    assert.equal(root.hasError, false);
    const commands = root.descendantsOfType('command_name').map((command) => command.text);
    assert.ok(commands.length > 10);
    assert.deepEqual(commands.filter((command) => !ALLOWED.has(command)), []);
    const expected = readFileSync(join(process.env.SCRIPTS, file.replace('.ps1', '.txt')), 'utf8').trim();
    assert.deepEqual([...lists(root, '$wanted'), ...lists(root, '$unwanted')], expected === '' ? [] : expected.split('\n'));
    assert.equal(parser.parse(script.replace("'\n", '\n')).rootNode.hasError, true);
  });
}
