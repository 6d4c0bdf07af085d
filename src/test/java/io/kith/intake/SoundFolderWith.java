package io.kith.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small folder of every file of the layout, all of it good. */
final class SoundFolderWith {

    private SoundFolderWith() {}

    /** Texts that a spreadsheet or a careless reader would change. */
    static void nastyTexts(Path folder) throws IOException {
        write(folder, "staff.csv", """
                id,name,role,active_from,active_to
                S1,@Sun,DOCTOR,2020-01-01,2099-01-01
                S2,"-Li, ""the"" nurse",NURSE,,
                """);
        write(folder, "treatments.csv", "code,name,category,price,effect_days\nT1,＝全角,SKIN,1000,90\nT2,T2,,,\n");
        write(folder, "channels.csv", "code,name\nWEB,\"\tTab\"\n=X,'=quoted\n");
        write(folder, "channel_spend.csv", "channel,month,amount\nWEB,2026-01,0.05\n");
        write(folder, "clients.csv", """
                id,name,phone,joined_on,region,channel,birth_date
                A,=1+1,+8613800138000,2025-01-01,"South
                West",WEB,1990-01-01
                B,"  Ben ",+86 138-0013-8000,,,=X,
                C,'Cleo,,,''+x,,
                -5,Minus,-5,,,,
                """);
        write(folder, "ties.csv", "client_id,other_id,kind,since\nB,A,KIN,\nA,C,FRIEND,2020-01-01\n");
        write(folder, "visits.csv", """
                id,client_id,at,charged,paid,refunded,treatments,staff
                V1,A,2026-01-01,100,90.50,10,T2|T1,S1:DOCTOR|S1:CONSULTANT|S2
                V2,B,2026-01-02T03:04:05.000000006Z,0,0,0,,
                """);
        write(folder, "referrals.csv", """
                id,referrer_id,referred_id,occurred_on,code,status
                R1,A,B,2026-01-01,=K,CONVERTED
                R2,C,B,2026-01-02,,INTRODUCED
                R3,A,C,2026-01-02,,LAPSED
                """);
        write(folder, "touchpoints.csv", """
                id,client_id,staff_id,at,stage,kind,satisfaction,rapport,note
                P1,A,S1,2026-01-01,AFTER,CALL,5,4,"
                first line, then ""quoted""
                +last"
                """);
        write(folder, "feedback.csv", """
                id,client_id,kind,topic,severity,opened_at,first_response_at,solution_at,closed_at,staff_id
                F1,A,COMPLAINT,=topic,3,2026-01-01T01:00:00Z,2026-01-02,,,S1
                """);
        write(folder, "surveys.csv", "id,client_id,at,score\nQ1,A,2026-01-01,10\n");
        write(folder, "activities.csv", "id,name,kind,held_on\nX1,+Open day,EVENT,2026-01-01\n");
        write(folder, "attendances.csv", "activity_id,client_id,contribution\nX1,A,3\nX1,B,\n");
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
