/// The `hebb` command: one class a subcommand; what a subcommand does lives in the rooms below.
package hebb.cli;
