/// Tests of Hebb as a whole: where imports may point, what names there are, how the sources look,
/// and whether the packed jars work as a user would put them to work.
package hebb.it;
